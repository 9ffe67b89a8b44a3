'use client';
import { useQuery } from '@tanstack/react-query';
import { labHref, signInHref, useMe } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';

/** The way into the demo lab's first room; its lab while there is none, and for strangers past the sign-in. */
export function useDemoHref(): string {
  const trpc = useTRPC();
  const known = Boolean(useMe().data);
  const slug = 'demo';
  const lab = useQuery(trpc.lab.get.queryOptions({ slug }, { enabled: known })).data;
  const rooms = useQuery(
    trpc.room.list.queryOptions({ labId: lab?.id ?? '' }, { enabled: lab !== undefined }),
  ).data;
  const [room] = rooms ?? [];
  if (!known) return signInHref(labHref(slug));
  return room ? labHref(slug, 'maps', room.model.id, room.id) : labHref(slug);
}
