'use client';
import { useQuery } from '@tanstack/react-query';
import type { ModelDetail, RoomSummary } from '~/core/contracts/index.ts';
import { useMapFile } from '~/ui/map/index.ts';
import { Loaded, NotHere } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { RoomWaiting } from './room-waiting.tsx';
import { RoomWorkplace } from './room-workplace.tsx';

type Props = { slug: string; modelId: string; roomId: string };

/** The room of an address, or why it is not there. */
export function RoomPage({ slug, modelId, roomId }: Props) {
  const trpc = useTRPC();
  const room = useQuery(trpc.room.get.queryOptions({ roomId }, { staleTime: Infinity }));
  const model = useQuery(trpc.model.get.queryOptions({ modelId }, { staleTime: Infinity }));
  return (
    <Loaded query={room} waiting={<RoomWaiting />}>
      {(here) => (
        <Loaded query={model} waiting={<RoomWaiting />}>
          {(detail) =>
            here.model.id === detail.id ? (
              <WithMap slug={slug} room={here} model={detail} />
            ) : (
              <NotHere />
            )
          }
        </Loaded>
      )}
    </Loaded>
  );
}

function WithMap({ slug, room, model }: { slug: string; room: RoomSummary; model: ModelDetail }) {
  const map = useMapFile(model);
  return (
    <Loaded query={map} waiting={<RoomWaiting />}>
      {(file) => <RoomWorkplace slug={slug} room={room} model={model} map={file} />}
    </Loaded>
  );
}
