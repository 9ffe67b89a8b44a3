import { asc, eq } from 'drizzle-orm';
import type { ThreadDetail } from '~/core/contracts/index.ts';
import { comment, commentThread } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { requireRight } from '../rights.ts';
import { notThere } from './in-thread.ts';
import { rightsOf } from './list-threads.ts';
import { summariseComments } from './summarise-comments.ts';
import { summariseThreads } from './summarise-threads.ts';

/** A thread with all its comments, oldest first. */
export async function getThread(ctx: SignedIn, threadId: string): Promise<ThreadDetail> {
  const { db } = ctx.services;
  const [of] = await db.select().from(commentThread).where(eq(commentThread.id, threadId));
  const { lab, standing } = await requireRight(ctx, of?.labId ?? '', 'read');
  const [thread] = await summariseThreads(db, eq(commentThread.id, threadId), ctx.person.id);
  if (!thread) throw notThere('This thread is not there any more.');
  const rows = await db
    .select()
    .from(comment)
    .where(eq(comment.threadId, threadId))
    .orderBy(asc(comment.createdAt), asc(comment.id));
  const all = await summariseComments(db, rows, ctx.person.id);
  return { ...thread, labId: lab.id, ...rightsOf(standing), all };
}
