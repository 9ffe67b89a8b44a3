'use client';
import { answersTo } from '~/core/collab/index.ts';
import { Button } from '../kit/index.ts';
import type { RoomConnection } from './room-connection.ts';
import { useCalling, usePeople } from './use-room.ts';

type Props = { room: RoomConnection | null };

/** Asks everyone here to follow me, and says how many came; nothing while I am alone. */
export function CallButton({ room }: Props) {
  const people = usePeople(room);
  const calling = useCalling(room);
  if (!room) return null;
  const { came, declined, asked } = answersTo(people, room.clientId);
  if (asked === 0) return null;
  if (calling === null)
    return (
      <Button
        size="small"
        onClick={() => room.calls.call()}
        title="Ask everyone in this room to follow you; each may decline"
      >
        Bring everyone here
      </Button>
    );
  const no = declined > 0 ? `, ${declined} declined` : '';
  return (
    <span className="inline-flex items-center gap-2 text-12 text-ink-2">
      <span role="status" className="figures whitespace-nowrap">
        {came} of {asked} came{no}
      </span>
      <Button size="small" onClick={() => room.calls.stopCalling()}>
        End call
      </Button>
    </span>
  );
}
