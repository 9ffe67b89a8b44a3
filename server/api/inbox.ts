import type { TRPCRouterRecord } from '@trpc/server';
import { z } from 'zod';
import { id, inboxPage } from '~/core/contracts/index.ts';
import { countUnread } from '../lab/inbox/count-unread.ts';
import { listInbox } from '../lab/inbox/list-inbox.ts';
import { markRead } from '../lab/inbox/mark-read.ts';
import { watchInbox } from '../lab/inbox/watch-inbox.ts';
import { signedInProcedure } from './trpc.ts';

/** Everybody's own; nobody reads another's. */
export const inboxRouter = {
  /** Newest first: a page of those before `cursor`, or of the newest. */
  list: signedInProcedure
    .input(z.object({ cursor: z.int().min(1).nullish() }))
    .output(inboxPage)
    .query(({ ctx, input }) => listInbox(ctx, input.cursor ?? null)),
  unread: signedInProcedure.output(z.int()).query(({ ctx }) => countUnread(ctx)),
  markRead: signedInProcedure
    .input(z.object({ seqs: z.array(z.int().min(1)).min(1).max(200) }))
    .mutation(({ ctx, input }) => markRead(ctx, input)),
  markThreadRead: signedInProcedure
    .input(z.object({ threadId: id }))
    .mutation(({ ctx, input }) => markRead(ctx, input)),
  markAllRead: signedInProcedure.mutation(({ ctx }) => markRead(ctx, 'all')),
  watch: signedInProcedure.subscription(({ ctx, signal }) =>
    watchInbox(ctx, signal ?? new AbortController().signal),
  ),
} satisfies TRPCRouterRecord;
