'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RoomSummary } from '~/core/contracts/index.ts';
import { ConfirmDialog } from '~/ui/kit/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';

/** Asks before everyone in a room is shown out. */
export function CloseRoomDialog({ room, onClose }: { room: RoomSummary; onClose: () => void }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const close = useMutation(
    trpc.room.close.mutationOptions({
      onSuccess: async () => {
        onClose();
        await client.invalidateQueries(trpc.room.pathFilter());
      },
    }),
  );
  return (
    <ConfirmDialog
      title={`Close ${room.name}?`}
      action="Close room"
      busy={close.isPending}
      error={close.error?.message}
      onConfirm={() => close.mutate({ roomId: room.id })}
      onClose={onClose}
    >
      Whoever is in it has to leave. What is on its bench is kept, and the room can be opened again
      as it was.
    </ConfirmDialog>
  );
}
