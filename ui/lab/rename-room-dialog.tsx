'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import type { RoomSummary } from '~/core/contracts/index.ts';
import { Button, Dialog, TextField } from '~/ui/kit/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';

/** Gives a room another name; its address stays. */
export function RenameRoomDialog({ room, onClose }: { room: RoomSummary; onClose: () => void }) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const [name, setName] = useState(room.name);
  const rename = useMutation(
    trpc.room.rename.mutationOptions({
      onSuccess: async () => {
        onClose();
        await client.invalidateQueries(trpc.room.pathFilter());
      },
    }),
  );
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    rename.mutate({ roomId: room.id, name });
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={`Rename ${room.name}`}>
      <form method="post" onSubmit={submit} className="flex flex-col gap-3">
        <TextField
          label="Name"
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={80}
          error={rename.error?.message}
          required
        />
        <Button type="submit" variant="primary" busy={rename.isPending} className="self-start">
          Rename room
        </Button>
      </form>
    </Dialog>
  );
}
