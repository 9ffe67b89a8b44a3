import { eq } from 'drizzle-orm';
import { commentThread, threadWatch } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { requireRight } from '../rights.ts';
import { notThere } from './in-thread.ts';

type Watched = { threadId: string; watching: boolean };

/** A member hears of replies from now on, or does not. @throws TRPCError NOT_FOUND for guests too */
export async function watchThread(ctx: SignedIn, { threadId, watching }: Watched): Promise<void> {
  const { db, bus } = ctx.services;
  const [of] = await db.select().from(commentThread).where(eq(commentThread.id, threadId));
  const { lab, standing } = await requireRight(ctx, of?.labId ?? '', 'read');
  if (standing === 'guest') throw notThere('Only members of the lab have an inbox for it.');
  await db
    .insert(threadWatch)
    .values({ threadId, userId: ctx.person.id, watching })
    .onConflictDoUpdate({
      target: [threadWatch.threadId, threadWatch.userId],
      set: { watching },
    });
  await bus.publish({ topic: 'lab', id: lab.id });
}
