import { TRPCError } from '@trpc/server';
import { and, eq, isNull } from 'drizzle-orm';
import type { CommentTarget } from '~/core/contracts/index.ts';
import { commentThread } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { recordEvent } from '../events/record-event.ts';
import { newId } from '../new-id.ts';
import { lockLab } from '../lock-lab.ts';
import { requireRight } from '../rights.ts';
import { findTarget, type FoundTarget } from './find-target.ts';
import { recipientsOf } from './recipients.ts';
import { announceSaid, say } from './say.ts';

/** On one map with its rooms, one direction or one run: a page lists them all. */
export const mostThreads = 500;

/**
 * Begins a thread with its first comment.
 * @throws TRPCError NOT_FOUND where there is nothing to comment on, CONFLICT where there are too many threads
 */
export async function beginThread(
  ctx: SignedIn,
  { target, text }: { target: CommentTarget; text: string },
): Promise<{ threadId: string }> {
  const { services, person } = ctx;
  const threadId = newId('thr');
  const by = person.id;
  const { labId, told } = await services.db.transaction(async (tx) => {
    const aim = await findTarget(tx, target);
    if (aim) {
      // accounts are held before the lab is, as whoever deletes one does
      await recipientsOf(tx, { labId: aim.labId, threadId: null, text, by });
      await lockLab(tx, aim.labId);
    }
    const found = aim && (await findTarget(tx, target));
    await requireRight({ services: { db: tx }, person }, found?.labId ?? '', 'speak');
    if (!found) throw new Error('Nothing passed the check of rights.');
    const { labId, modelId, roomId, directionId, runId } = found;
    const about = await found.about();
    if ((await tx.$count(commentThread, sameList(found))) >= mostThreads)
      throw new TRPCError({
        code: 'CONFLICT',
        message: `There are ${mostThreads} threads here already: reply to one of them.`,
      });
    const recipients = await recipientsOf(tx, { labId, threadId: null, text, by });
    await tx.insert(commentThread).values({
      ...{ id: threadId, labId, target, about },
      ...{ modelId, roomId, directionId, runId },
    });
    await say(tx, { threadId, text, by }, recipients);
    await recordEvent(tx, { labId, who: by, what: 'thread begun', about: { name: about } });
    return { labId, told: recipients.told.keys() };
  });
  await announceSaid(services, labId, told);
  return { threadId };
}

function sameList({ modelId, directionId, runId }: FoundTarget) {
  if (directionId !== null) return eq(commentThread.directionId, directionId);
  if (runId !== null) return eq(commentThread.runId, runId);
  return and(eq(commentThread.modelId, modelId ?? ''), isNull(commentThread.directionId));
}
