import { eq } from 'drizzle-orm';
import type { InboxReason } from '~/core/contracts/index.ts';
import type { Queries } from '~/db/client.ts';
import { comment, inboxItem, threadWatch } from '~/db/schema/index.ts';
import type { Services } from '../../services.ts';
import { newId } from '../new-id.ts';
import type { recipientsOf } from './recipients.ts';

type Recipients = Awaited<ReturnType<typeof recipientsOf>>;
type Said = { threadId: string; text: string; by: string };

/** Adds a comment to a thread, which its author watches from now on unless they have said no. */
export async function say(
  tx: Queries,
  { threadId, text, by }: Said,
  { mentions, told }: Recipients,
): Promise<void> {
  const commentId = newId('cmt');
  await tx.insert(comment).values({ id: commentId, threadId, userId: by, text, mentions });
  await tx
    .insert(threadWatch)
    .values({ threadId, userId: by, watching: true })
    .onConflictDoNothing();
  await putInInboxes(tx, commentId, told);
}

/** Each person hears of a comment once. @returns whose inbox has something new */
export async function putInInboxes(
  tx: Queries,
  commentId: string,
  told: ReadonlyMap<string, InboxReason>,
): Promise<string[]> {
  if (told.size === 0) return [];
  const rows = await tx
    .insert(inboxItem)
    .values([...told].map(([userId, reason]) => ({ userId, reason, commentId })))
    .onConflictDoNothing()
    .returning({ userId: inboxItem.userId });
  return rows.map(({ userId }) => userId);
}

/** A comment that is withdrawn leaves every inbox. @returns whose */
export async function takeOutOfInboxes(tx: Queries, commentId: string): Promise<string[]> {
  const rows = await tx
    .delete(inboxItem)
    .where(eq(inboxItem.commentId, commentId))
    .returning({ userId: inboxItem.userId });
  return rows.map(({ userId }) => userId);
}

/** Pages of the lab look again, and so do those whose inbox has changed. */
export async function announceSaid(
  { bus }: Pick<Services, 'bus'>,
  labId: string,
  people: Iterable<string>,
): Promise<void> {
  await bus.publish({ topic: 'lab', id: labId });
  for (const id of people) await bus.publish({ topic: 'inbox', id });
}
