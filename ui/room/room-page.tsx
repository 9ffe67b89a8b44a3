'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ModelDetail, RoomSummary } from '~/core/contracts/index.ts';
import { useMapFile } from '~/ui/map/index.ts';
import { Loaded, NotHere } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { ClosedRoom } from './closed-room.tsx';
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
              <WhileOpen slug={slug} room={here} model={detail} />
            ) : (
              <NotHere />
            )
          }
        </Loaded>
      )}
    </Loaded>
  );
}

type OpenProps = { slug: string; room: RoomSummary; model: ModelDetail };

/** Who is in a room when it closes stays on its page, which says so and still holds what they made. */
function WhileOpen(props: OpenProps) {
  const [entered, setEntered] = useState(props.room.closedAt === null);
  if (!entered && props.room.closedAt === null) setEntered(true);
  return entered ? <WithMap {...props} /> : <ClosedRoom slug={props.slug} room={props.room} />;
}

function WithMap({ slug, room, model }: OpenProps) {
  const map = useMapFile(model);
  return (
    <Loaded query={map} waiting={<RoomWaiting />}>
      {(file) => <RoomWorkplace slug={slug} room={room} model={model} map={file} />}
    </Loaded>
  );
}
