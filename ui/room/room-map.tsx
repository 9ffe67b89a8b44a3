'use client';
import { memo, useCallback, useMemo } from 'react';
import type { ModelManifest, Person, Pin } from '~/core/contracts/index.ts';
import type { LatentMap } from '~/core/latent/index.ts';
import type { Decoder } from '~/ui/decode/index.ts';
import type { Camera, MapMark, MapPerson, MapPin } from '~/ui/map/index.ts';
import {
  FollowFrame,
  oneWindowEach,
  useOthers,
  type RoomConnection,
  type RoomPerson,
} from '~/ui/together/index.ts';
import { MapColumn } from './map-column.tsx';
import { pinLabel } from './pin-label.ts';
import type { View, ViewAction } from './view.ts';

type Props = {
  manifest: ModelManifest;
  map: LatentMap;
  decoder: Decoder | null;
  view: View;
  act: (action: ViewAction) => void;
  room: RoomConnection | null;
  me: Person | null;
  leader: RoomPerson | null;
  onLeave: () => void;
  bench: readonly Pin[];
  /** Places in order, such as of a climb; null: none. */
  path: readonly (readonly number[])[] | null;
  marks: readonly MapMark[];
  mark: string | null;
  onMark: (id: string) => void;
  onComment: (() => void) | null;
};

/** The map with everyone on it; this part alone is rendered anew when somebody moves. */
export const RoomMap = memo(function RoomMap({
  manifest,
  map,
  decoder,
  view,
  act,
  room,
  me,
  leader,
  onLeave,
  bench,
  path,
  marks,
  mark,
  onMark,
  onComment,
}: Props) {
  const everyone = useOthers(room);
  const leaderId = leader?.clientId ?? null;
  const present = useMemo(
    () => oneWindowEach(everyone, leaderId, me?.id),
    [everyone, leaderId, me?.id],
  );
  const dims = manifest.latent.z;
  const people = useMemo<MapPerson[]>(
    () =>
      present.map(({ clientId, user, cursor, probe, pointing }) => ({
        clientId,
        name: user.name,
        color: user.color,
        cursor: cursor?.length === dims ? cursor : null,
        pointing: pointing === true,
        // whom I follow stands where I stand
        probe: probe?.z.length === dims && clientId !== leaderId ? probe.z : null,
      })),
    [present, dims, leaderId],
  );
  const pins = useMemo<MapPin[]>(
    () =>
      bench.flatMap((pin, index) =>
        pin.probe.z.length === dims
          ? [{ id: pin.id, label: pinLabel(index), color: pin.by.color, z: pin.probe.z }]
          : [],
      ),
    [bench, dims],
  );
  const onCursor = useCallback(
    (cursor: number[] | null, pointing: boolean) =>
      room?.setPresence({ cursor, pointing: pointing ? true : undefined }),
    [room],
  );
  const { plane } = view;
  const onShown = useCallback(
    ({ center: [s, t], span, ratio }: Camera) =>
      room?.setPresence({ view: { plane, center: [s, t], span, ratio } }),
    [room, plane],
  );
  return (
    <MapColumn
      manifest={manifest}
      map={map}
      decoder={decoder}
      view={view}
      act={act}
      people={people}
      pins={pins}
      path={path}
      marks={marks}
      mark={mark}
      onMark={onMark}
      onComment={view.region && onComment}
      onCursor={onCursor}
      myColour={me?.color}
      onShown={onShown}
      around={(drawn) => (
        <FollowFrame leader={leader} onLeave={onLeave}>
          {drawn}
        </FollowFrame>
      )}
    />
  );
});
