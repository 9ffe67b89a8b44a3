'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from 'sonner';
import type { LabSummary, RoomSummary } from '~/core/contracts/index.ts';
import { Button, EmptyState, Section } from '~/ui/kit/index.ts';
import { Loaded, mayEdit } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { CloseRoomDialog } from './close-room-dialog.tsx';
import { RowsWaiting } from './item-row.tsx';
import { NewRoomDialog } from './new-room-dialog.tsx';
import { RenameRoomDialog } from './rename-room-dialog.tsx';
import { RoomList } from './room-list.tsx';

type Props = {
  lab: LabSummary;
  /** Of this model only. */
  modelId?: string | undefined;
};

type Asking = { what: 'new' } | { what: 'rename' | 'close'; room: RoomSummary };

/** Rooms, with who is in each, and what may be done with them. */
export function RoomSection({ lab, modelId }: Props) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const query = useQuery(trpc.room.list.queryOptions({ labId: lab.id }));
  const reopen = useMutation(
    trpc.room.reopen.mutationOptions({
      onSuccess: () => client.invalidateQueries(trpc.room.pathFilter()),
      onError: (error) => toast.error(error.message),
    }),
  );
  const [asking, setAsking] = useState<Asking | null>(null);
  const done = () => setAsking(null);
  const open = lab.counts.models > 0 && mayEdit(lab) && (
    <Button onClick={() => setAsking({ what: 'new' })}>Open a room</Button>
  );
  const of = (rows: readonly RoomSummary[]) =>
    rows.filter(({ model }) => modelId === undefined || model.id === modelId);
  return (
    <Section
      title="Rooms"
      note="Times are UTC."
      action={(query.data ? of(query.data).length : lab.counts.rooms) > 0 && open}
    >
      <Loaded query={query} waiting={<RowsWaiting rows={modelId ? 1 : lab.counts.rooms} />}>
        {(rows) =>
          of(rows).length === 0 ? (
            <EmptyState title="No room yet" action={open}>
              {lab.counts.models > 0
                ? 'A room is a map that people walk together.'
                : 'A room needs a model: train one first.'}
            </EmptyState>
          ) : (
            <RoomList
              lab={lab}
              rooms={of(rows)}
              onRename={(room) => setAsking({ what: 'rename', room })}
              onClose={(room) => setAsking({ what: 'close', room })}
              onReopen={({ id: roomId }) => reopen.mutate({ roomId })}
            />
          )
        }
      </Loaded>
      {asking?.what === 'new' && <NewRoomDialog lab={lab} modelId={modelId} onClose={done} />}
      {asking?.what === 'rename' && <RenameRoomDialog room={asking.room} onClose={done} />}
      {asking?.what === 'close' && <CloseRoomDialog room={asking.room} onClose={done} />}
    </Section>
  );
}
