'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTRPC } from '~/ui/trpc/index.ts';
import { useMe } from './use-me.ts';

/** How much of my inbox is unread, and ways to say that it is read. Guests have none. */
export function useInbox() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const me = useMe();
  const mine = Boolean(me.data && !me.data.guest);
  const query = useQuery({ ...trpc.inbox.unread.queryOptions(), enabled: mine });
  const say = { onSuccess: () => client.invalidateQueries(trpc.inbox.pathFilter()) };
  const { mutate: markThreadRead } = useMutation(trpc.inbox.markThreadRead.mutationOptions(say));
  const { mutate: markRead } = useMutation(trpc.inbox.markRead.mutationOptions(say));
  const { mutate: markAll } = useMutation(trpc.inbox.markAllRead.mutationOptions(say));
  return {
    mine,
    unread: query.data ?? 0,
    markThread: useCallback((threadId: string) => markThreadRead({ threadId }), [markThreadRead]),
    markRead: useCallback((seqs: number[]) => markRead({ seqs }), [markRead]),
    markAll: useCallback(() => markAll(), [markAll]),
  };
}
