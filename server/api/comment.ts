import type { TRPCRouterRecord } from '@trpc/server';
import { z } from 'zod';
import {
  commentEdits,
  commentScope,
  commentTarget,
  commentText as text,
  id,
  threadDetail,
  threadList,
} from '~/core/contracts/index.ts';
import { beginThread } from '../lab/comments/begin-thread.ts';
import { editComment } from '../lab/comments/edit-comment.ts';
import { getThread } from '../lab/comments/get-thread.ts';
import { listEdits } from '../lab/comments/list-edits.ts';
import { listThreads } from '../lab/comments/list-threads.ts';
import { resolveThread } from '../lab/comments/resolve-thread.ts';
import { watchThread } from '../lab/comments/watch-thread.ts';
import { withdrawComment } from '../lab/comments/withdraw-comment.ts';
import { writeReply } from '../lab/comments/write-reply.ts';
import { signedInProcedure } from './trpc.ts';

const ofThread = z.object({ threadId: id });
const ofComment = z.object({ commentId: id });

export const commentRouter = {
  threads: signedInProcedure
    .input(z.object({ scope: commentScope }))
    .output(threadList)
    .query(({ ctx, input }) => listThreads(ctx, input.scope)),
  thread: signedInProcedure
    .input(ofThread)
    .output(threadDetail)
    .query(({ ctx, input }) => getThread(ctx, input.threadId)),
  edits: signedInProcedure
    .input(ofComment)
    .output(commentEdits)
    .query(({ ctx, input }) => listEdits(ctx, input.commentId)),
  begin: signedInProcedure
    .input(z.object({ target: commentTarget, text }))
    .output(ofThread)
    .mutation(({ ctx, input }) => beginThread(ctx, input)),
  reply: signedInProcedure
    .input(ofThread.extend({ text }))
    .mutation(({ ctx, input }) => writeReply(ctx, input)),
  edit: signedInProcedure
    .input(ofComment.extend({ text }))
    .mutation(({ ctx, input }) => editComment(ctx, input)),
  withdraw: signedInProcedure
    .input(ofComment)
    .mutation(({ ctx, input }) => withdrawComment(ctx, input)),
  resolve: signedInProcedure
    .input(ofThread.extend({ resolved: z.boolean() }))
    .mutation(({ ctx, input }) => resolveThread(ctx, input)),
  watch: signedInProcedure
    .input(ofThread.extend({ watching: z.boolean() }))
    .mutation(({ ctx, input }) => watchThread(ctx, input)),
} satisfies TRPCRouterRecord;
