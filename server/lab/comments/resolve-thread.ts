import { eq, sql } from 'drizzle-orm';
import { commentThread } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { inThread } from './in-thread.ts';

type Resolved = { threadId: string; resolved: boolean };

/** Whoever may speak closes a thread, or opens it again. */
export async function resolveThread(
  ctx: SignedIn,
  { threadId, resolved }: Resolved,
): Promise<void> {
  await inThread(ctx, { threadId }, async ({ tx, thread }) => {
    if ((thread.resolvedAt !== null) === resolved) return null;
    await tx
      .update(commentThread)
      .set(
        resolved
          ? { resolvedAt: sql`now()`, resolvedBy: ctx.person.id }
          : { resolvedAt: null, resolvedBy: null },
      )
      .where(eq(commentThread.id, threadId));
    return {
      what: resolved ? 'thread resolved' : 'thread reopened',
      about: { name: thread.about },
    };
  });
}
