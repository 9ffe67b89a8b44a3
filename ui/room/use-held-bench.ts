'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { RoomSummary } from '~/core/contracts/index.ts';
import { plural, saveFile } from '~/ui/kit/index.ts';
import { useKeptWork, type KeptWork } from '~/ui/site/index.ts';
import type { useRoom } from '~/ui/together/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';

/** The bench with what the server did not take, offered as a file; asks for the lab again when the room closes. */
export function useHeldBench(
  { held, state }: Pick<ReturnType<typeof useRoom>, 'held' | 'state'>,
  { id, name, model }: RoomSummary,
  slug: string,
): KeptWork | null {
  const trpc = useTRPC();
  const client = useQueryClient();
  const closed = state.kind === 'refused';
  useEffect(() => {
    if (closed) void client.invalidateQueries(trpc.lab.get.queryFilter({ slug }));
  }, [closed, client, trpc, slug]);
  const work = useMemo<KeptWork | null>(() => {
    if (!held) return null;
    const file = { room: { id, name }, model: { id: model.id, sha256: model.sha256 }, ...held };
    return {
      words: `${plural(held.unsent, 'change')} of yours had not reached the room. Keep the bench as this page has it as a file.`,
      save: () =>
        saveFile(
          `bench-${held.at.slice(0, 10)}.json`,
          JSON.stringify(file, null, 2),
          'application/json',
        ),
    };
  }, [held, id, name, model.id, model.sha256]);
  useKeptWork(work);
  return work;
}
