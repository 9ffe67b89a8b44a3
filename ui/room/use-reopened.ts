import { useEffect, useRef } from 'react';
import type { RoomSummary } from '~/core/contracts/index.ts';

/** Goes back into a room that was closed under its people once it is open again. */
export function useReopened({ closedAt }: Pick<RoomSummary, 'closedAt'>, retry: () => void): void {
  const before = useRef(closedAt);
  useEffect(() => {
    if (before.current !== null && closedAt === null) retry();
    before.current = closedAt;
  }, [closedAt, retry]);
}
