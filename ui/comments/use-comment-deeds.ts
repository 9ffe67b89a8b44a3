'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import { useTRPC } from '~/ui/trpc/index.ts';

/** All that is done to comments: afterwards what is shown is asked for anew, or it is said why nothing has changed. */
export function useCommentDeeds() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const say = {
    onSuccess: () => client.invalidateQueries(trpc.comment.pathFilter()),
    onError: (error: { message: string }) => toast.error(error.message),
  };
  return {
    begin: useMutation(trpc.comment.begin.mutationOptions(say)),
    reply: useMutation(trpc.comment.reply.mutationOptions(say)),
    edit: useMutation(trpc.comment.edit.mutationOptions(say)),
    withdraw: useMutation(trpc.comment.withdraw.mutationOptions(say)),
    resolve: useMutation(trpc.comment.resolve.mutationOptions(say)),
    watch: useMutation(trpc.comment.watch.mutationOptions(say)),
  };
}
