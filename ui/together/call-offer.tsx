'use client';
import { useEffect } from 'react';
import { Button } from '../kit/index.ts';
import type { RoomConnection } from './room-connection.ts';
import { useOffer } from './use-room.ts';

type Props = { room: RoomConnection | null; onAccept: (clientId: number) => void };

/**
 * What somebody asks of everyone: to come along. It lies over the page, takes no focus and stops nothing; it is read out,
 * Tab reaches it, and Alt Shift with Y or N answers from anywhere.
 */
export function CallOffer({ room, onAccept }: Props) {
  const offer = useOffer(room);
  const clientId = offer?.clientId ?? null;

  useEffect(() => {
    if (!room || clientId === null) return;
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return;
      if (event.code === 'KeyY') onAccept(clientId);
      else if (event.code === 'KeyN') room.calls.decline();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [room, clientId, onAccept]);

  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-2 top-24 z-30 mx-auto flex w-fit max-w-[calc(100vw-1rem)] md:top-20"
    >
      {room && offer && (
        <div
          data-testid="call-offer"
          style={{ borderColor: offer.user.color }}
          className="pointer-events-auto flex flex-wrap items-center gap-x-3 gap-y-1 rounded border-2 bg-surface px-3 py-2 text-13 text-ink shadow-popup"
        >
          <span className="min-w-0 [overflow-wrap:anywhere]">
            {offer.user.name} asks everyone to come along.
          </span>
          <span className="flex gap-2">
            <Button
              size="small"
              aria-keyshortcuts="Alt+Shift+Y"
              title="Alt Shift Y"
              onClick={() => onAccept(offer.clientId)}
            >
              Follow
            </Button>
            <Button
              size="small"
              variant="quiet"
              aria-keyshortcuts="Alt+Shift+N"
              title="Alt Shift N"
              onClick={() => room.calls.decline()}
            >
              Decline
            </Button>
          </span>
        </div>
      )}
    </div>
  );
}
