import { TRPCError } from '@trpc/server';
import { and, eq } from 'drizzle-orm';
import type { LabDeed } from '~/core/contracts/index.ts';
import type { Queries } from '~/db/client.ts';
import { comment, commentThread } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { recordEvent } from '../events/record-event.ts';
import { lockLab } from '../lock-lab.ts';
import { may, requireRight } from '../rights.ts';
import { recipientsOf } from './recipients.ts';
import { announceSaid } from './say.ts';

export type ThreadRow = typeof commentThread.$inferSelect;
export type CommentRow = typeof comment.$inferSelect;

/** Inside the transaction: the thread, held to its end, and whom a text said in it is for. */
export type Inside = {
  tx: Queries;
  thread: ThreadRow;
  recipients: Awaited<ReturnType<typeof recipientsOf>>;
  mayModerate: boolean;
};

/** What was done, and whose inbox has changed by it. */
export type Done = LabDeed & { told?: Iterable<string> };

/**
 * Whoever may speak does something in a thread: what it does to the tables and the record of it are one transaction; then
 * it is announced. `act` returns null where nothing has changed.
 */
export async function inThread(
  ctx: SignedIn,
  { threadId, text = '' }: { threadId: string; text?: string },
  act: (inside: Inside) => Promise<Done | null>,
): Promise<void> {
  const { services, person } = ctx;
  const [of] = await services.db.select().from(commentThread).where(eq(commentThread.id, threadId));
  const labId = of?.labId ?? '';
  const { lab } = await requireRight(ctx, labId, 'speak');
  const done = await services.db.transaction(async (tx) => {
    const said = { labId, threadId, text, by: person.id };
    await recipientsOf(tx, said); // accounts are held before the lab is, as whoever deletes one does
    await lockLab(tx, labId);
    const { standing } = await requireRight({ services: { db: tx }, person }, labId, 'speak');
    const recipients = await recipientsOf(tx, said);
    const [thread] = await tx
      .select()
      .from(commentThread)
      .where(eq(commentThread.id, threadId))
      .for('no key update');
    if (!thread) throw notThere('This thread is not there any more.');
    const done = await act({ tx, thread, recipients, mayModerate: may(standing, 'manage') });
    if (done) {
      const { what, about } = done;
      await recordEvent(tx, { what, about, labId: lab.id, who: person.id });
    }
    return done;
  });
  if (done) await announceSaid(services, lab.id, done.told ?? []);
}

/** The same for one of its comments. @throws TRPCError NOT_FOUND where it is not there or withdrawn */
export async function onComment(
  ctx: SignedIn,
  { commentId, text }: { commentId: string; text?: string },
  act: (inside: Inside & { row: CommentRow }) => Promise<Done | null>,
): Promise<void> {
  const [of] = await ctx.services.db.select().from(comment).where(eq(comment.id, commentId));
  const threadId = of?.threadId ?? '';
  await inThread(ctx, { threadId, ...(text === undefined ? {} : { text }) }, async (inside) => {
    const [row] = await inside.tx
      .select()
      .from(comment)
      .where(and(eq(comment.id, commentId), eq(comment.threadId, threadId)));
    if (!row || row.withdrawn) throw notThere('This comment is not there any more.');
    return act({ ...inside, row });
  });
}

export const notThere = (message: string) => new TRPCError({ code: 'NOT_FOUND', message });
