'use client';
import { useQuery } from '@tanstack/react-query';
import { labHref, signInHref, useMe } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { demoRoom } from './demo-room.ts';

const slug = 'demo';

/**
 * The way into the demo lab's room of the starter model; its lab while there is none, and for strangers past the sign-in.
 * `settled`: everything asked for has answered.
 */
export function useDemoHref(): { href: string; settled: boolean } {
  const trpc = useTRPC();
  const known = Boolean(useMe().data);
  const lab = useQuery(trpc.lab.get.queryOptions({ slug }, { enabled: known }));
  const rooms = useQuery(
    trpc.room.list.queryOptions({ labId: lab.data?.id ?? '' }, { enabled: lab.data !== undefined }),
  );
  if (!known) return { href: signInHref('/demo'), settled: true };
  const room = demoRoom(rooms.data ?? []);
  const href = room ? labHref(slug, 'maps', room.model.id, room.id) : labHref(slug);
  return { href, settled: lab.isError || rooms.isSuccess || rooms.isError };
}
