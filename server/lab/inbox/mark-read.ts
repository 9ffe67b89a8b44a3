import { and, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import { comment, inboxItem } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';

/** Some of one's own inbox, or all that is of one thread, or everything. */
export type Which = { seqs: number[] } | { threadId: string } | 'all';

/** Marks them as read, for every page this person has open. */
export async function markRead(ctx: SignedIn, which: Which): Promise<void> {
  const { db, bus } = ctx.services;
  const marked = await db
    .update(inboxItem)
    .set({ readAt: sql`now()` })
    .where(and(eq(inboxItem.userId, ctx.person.id), isNull(inboxItem.readAt), among(ctx, which)))
    .returning({ seq: inboxItem.seq });
  if (marked.length > 0) await bus.publish({ topic: 'inbox', id: ctx.person.id });
}

function among({ services: { db } }: SignedIn, which: Which): SQL | undefined {
  if (which === 'all') return undefined;
  if ('seqs' in which) return inArray(inboxItem.seq, which.seqs);
  const ofThread = db
    .select({ id: comment.id })
    .from(comment)
    .where(eq(comment.threadId, which.threadId));
  return inArray(inboxItem.commentId, ofThread);
}
