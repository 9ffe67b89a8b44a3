'use client';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '~/ui/trpc/index.ts';

/** The person of this session; `data` is null for a stranger and undefined while unknown. */
export function useMe() {
  return useQuery({ ...useTRPC().account.me.queryOptions(), staleTime: 60_000 });
}
