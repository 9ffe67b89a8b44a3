import { TRPCError } from '@trpc/server';
import { eq } from 'drizzle-orm';
import { comment } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { inThread } from './in-thread.ts';
import { say } from './say.ts';

/** Of one thread: a page loads them all. */
const most = 400;

/** Adds to a thread; whoever watches it, or is mentioned, finds it in their inbox. */
export async function writeReply(
  ctx: SignedIn,
  { threadId, text }: { threadId: string; text: string },
): Promise<void> {
  await inThread(ctx, { threadId, text }, async ({ tx, thread, recipients }) => {
    if ((await tx.$count(comment, eq(comment.threadId, threadId))) >= most)
      throw new TRPCError({ code: 'CONFLICT', message: `A thread has at most ${most} comments.` });
    await say(tx, { threadId, text, by: ctx.person.id }, recipients);
    const told = recipients.told.keys();
    return { what: 'reply written', about: { name: thread.about }, told };
  });
}
