'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LabSummary, RoomSummary } from '~/core/contracts/index.ts';
import { Badge, Button, EmptyState, Section } from '~/ui/kit/index.ts';
import { MapPicture } from '~/ui/model/index.ts';
import { labHref, Loaded, mayEdit } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { ItemList, ItemRow, RowsWaiting } from './item-row.tsx';
import { NewRoomDialog } from './new-room-dialog.tsx';
import { RenameRoomDialog } from './rename-room-dialog.tsx';

export function RoomSection({ lab }: { lab: LabSummary }) {
  const query = useQuery(useTRPC().room.list.queryOptions({ labId: lab.id }));
  const [asking, setAsking] = useState(false);
  const [renaming, setRenaming] = useState<RoomSummary | null>(null);
  const open = lab.counts.models > 0 && mayEdit(lab) && (
    <Button onClick={() => setAsking(true)}>Open a room</Button>
  );
  return (
    <Section title="Rooms" action={(query.data?.length ?? lab.counts.rooms) > 0 && open}>
      <Loaded query={query} waiting={<RowsWaiting rows={lab.counts.rooms} />}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title="No room yet" action={open}>
              {lab.counts.models > 0
                ? 'A room is a map that people walk together.'
                : 'A room needs a model: train one first.'}
            </EmptyState>
          ) : (
            <ItemList label="Rooms">
              {rows.map((row) => (
                <ItemRow
                  key={row.id}
                  href={labHref(lab.slug, 'maps', row.model.id, row.id)}
                  picture={<MapPicture modelId={row.model.id} />}
                  title={row.name}
                  state={!row.canWrite && <Badge>looking only</Badge>}
                  about={`on ${row.model.name}, version ${row.model.version}`}
                  action={
                    mayEdit(lab) && (
                      <Button
                        size="small"
                        variant="quiet"
                        aria-label={`Rename the room ${row.name}`}
                        onClick={() => setRenaming(row)}
                      >
                        Rename
                      </Button>
                    )
                  }
                />
              ))}
            </ItemList>
          )
        }
      </Loaded>
      <NewRoomDialog lab={lab} open={asking} onOpenChange={setAsking} />
      {renaming && <RenameRoomDialog room={renaming} onClose={() => setRenaming(null)} />}
    </Section>
  );
}
