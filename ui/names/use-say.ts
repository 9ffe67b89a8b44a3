'use client';
import { useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { useTRPC } from '~/ui/trpc/index.ts';

/** What every change here does in the end: the page asks anew, or says why nothing has changed. */
export function useSay() {
  const trpc = useTRPC();
  const client = useQueryClient();
  return {
    onSuccess: () => client.invalidateQueries(trpc.direction.pathFilter()),
    onError: (error: { message: string }) => toast.error(error.message),
  };
}
