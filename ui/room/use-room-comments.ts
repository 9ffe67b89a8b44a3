'use client';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { middleOf } from '~/core/comments/index.ts';
import type { CommentScope, ThreadSummary } from '~/core/contracts/index.ts';
import { placeOf, type LatentMap } from '~/core/latent/index.ts';
import { useLinkedThread } from '~/ui/comments/index.ts';
import type { MapMark } from '~/ui/map/index.ts';
import { plainLine } from '~/ui/markdown/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';

const none: readonly MapMark[] = [];

/** The threads of a room as its page needs them: how many are open, their marks, which one is read. */
export function useRoomComments(roomId: string, map: LatentMap) {
  const scope = useMemo<CommentScope>(() => ({ of: 'room', roomId }), [roomId]);
  const { data } = useQuery(useTRPC().comment.threads.queryOptions({ scope }));
  const linked = useLinkedThread();
  const [opened, setOpened] = useState(linked);
  const [shown, setShown] = useState(linked !== null);
  const [marksShown, setMarksShown] = useState(true);
  const open = useMemo(() => data?.threads.filter(({ resolved }) => !resolved) ?? [], [data]);
  const marks = useMemo(() => open.flatMap((thread) => markOf(thread, map) ?? []), [open, map]);
  return useMemo(
    () => ({
      scope,
      count: open.length,
      maySpeak: data?.maySpeak ?? false,
      marks: marksShown ? marks : none,
      ...{ marksShown, setMarksShown, opened, setOpened, shown, setShown },
    }),
    [scope, open, data?.maySpeak, marks, marksShown, opened, shown],
  );
}

export type RoomComments = ReturnType<typeof useRoomComments>;

/** Pins have their flags on the map already. */
function markOf(thread: ThreadSummary, map: LatentMap): MapMark | null {
  const { id, target, comments, first } = thread;
  const label = `${first.by.name}: ${plainLine(first.text, first.mentions)}`;
  const mark = { id, comments, label, corners: null };
  switch (target.kind) {
    case 'point':
      return { ...mark, z: target.z };
    case 'region':
      return { ...mark, z: middleOf(target.corners), corners: target.corners };
    case 'observed':
      return target.circuit < map.circuits ? { ...mark, z: placeOf(map, target.circuit) } : null;
    default:
      return null;
  }
}
