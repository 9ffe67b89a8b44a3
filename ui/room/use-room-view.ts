import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { SharedView } from '~/core/collab/index.ts';
import type { Pin } from '~/core/contracts/index.ts';
import type { RoomConnection, RoomPerson } from '~/ui/together/index.ts';
import { ownView, seenView, sharedChange } from './seen-view.ts';
import { reduceView, type View, type ViewAction } from './view.ts';

/** My view within the room: what I see, and a stable way to change it. */
export function useRoomView(
  first: () => View,
  room: RoomConnection | null,
  shared: SharedView,
  leader: RoomPerson | null,
  bench: readonly Pin[],
) {
  const [initial] = useState(first);
  const [mine, setMine] = useState(initial);
  const leading = leader?.probe ?? null;
  const looking = leader?.view ?? null;
  const pin = leader?.pin;
  const follows = leader !== null;
  const seen = useMemo(
    () => seenView(mine, shared, follows ? { probe: leading, view: looking, pin } : null, bench),
    [mine, shared, follows, leading, looking, pin, bench],
  );

  // The newest view, so that two actions between two renders build on each other and `act` stays the same function.
  const newest = useRef({ seen, shared });
  useLayoutEffect(() => {
    newest.current = { seen, shared };
  }, [seen, shared]);

  // However following ends, I stay where it has brought me.
  useLayoutEffect(
    () => (follows ? () => setMine(ownView(newest.current.seen, initial)) : undefined),
    [follows, initial],
  );

  const act = useCallback(
    (action: ViewAction) => {
      const before = newest.current;
      const after = reduceView(before.seen, action);
      newest.current = { ...before, seen: after };
      setMine(ownView(after, initial));
      if (moves(action)) room?.follow(null); // any movement of my own
      const change = sharedChange(before.seen, after, before.shared);
      if (change.plane) room?.setShared('plane', change.plane);
      if (change.seed != null) room?.setShared('seed', change.seed);
      if (change.color) room?.setShared('color', change.color);
    },
    [room, initial],
  );
  return { seen, act };
}

function moves(action: ViewAction): boolean {
  return action.type === 'set' ? action.fields.camera !== undefined : action.type !== 'close';
}
