import { and, desc, eq, lt, sql } from 'drizzle-orm';
import type { InboxPage } from '~/core/contracts/index.ts';
import { comment, commentThread, inboxItem, lab, membership } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { summariseComments } from '../comments/summarise-comments.ts';
import { stillMember } from './still-member.ts';

const pageSize = 50;

/** A map is seen in a room: the thread's own, else the first of its model. */
const roomToSee = sql<string | null>`coalesce(${commentThread.roomId}, (
  select r.id from room r where r.model_id = ${commentThread.modelId}
  order by r.created_at, r.id limit 1))`;

/** Mentions and replies, newest first, a page at a time: those before the one numbered `before`. */
export async function listInbox(
  { services: { db }, person }: SignedIn,
  before: number | null,
): Promise<InboxPage> {
  const rows = await db
    .select({ item: inboxItem, comment, thread: commentThread, lab, roomId: roomToSee })
    .from(inboxItem)
    .innerJoin(comment, eq(comment.id, inboxItem.commentId))
    .innerJoin(commentThread, eq(commentThread.id, comment.threadId))
    .innerJoin(lab, eq(lab.id, commentThread.labId))
    .innerJoin(membership, stillMember)
    .where(
      and(eq(inboxItem.userId, person.id), before === null ? undefined : lt(inboxItem.seq, before)),
    )
    .orderBy(desc(inboxItem.seq))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  const comments = await summariseComments(
    db,
    page.map((row) => row.comment),
    person.id,
  );
  return {
    items: page.flatMap(({ item, thread, lab: { slug, name }, roomId }, at) => {
      const said = comments[at];
      if (!said) return [];
      const { modelId, directionId, runId } = thread;
      return [
        {
          ...{ seq: item.seq, reason: item.reason, read: item.readAt !== null, comment: said },
          lab: { slug, name },
          thread: { id: thread.id, about: thread.about, kind: thread.target.kind },
          place: { modelId, roomId, directionId, runId },
        },
      ];
    }),
    next: rows.length > pageSize ? (page.at(-1)?.item.seq ?? null) : null,
  };
}
