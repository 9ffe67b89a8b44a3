import { and, count, eq, isNull } from 'drizzle-orm';
import { comment, commentThread, inboxItem, membership } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { stillMember } from './still-member.ts';

/** How many in the inbox of whoever asks are unread. */
export async function countUnread({ services, person }: SignedIn): Promise<number> {
  const [row] = await services.db
    .select({ unread: count() })
    .from(inboxItem)
    .innerJoin(comment, eq(comment.id, inboxItem.commentId))
    .innerJoin(commentThread, eq(commentThread.id, comment.threadId))
    .innerJoin(membership, stillMember)
    .where(and(eq(inboxItem.userId, person.id), isNull(inboxItem.readAt)));
  return row?.unread ?? 0;
}
