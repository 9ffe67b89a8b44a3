import { and, asc, count, desc, eq, inArray, max, type SQL } from 'drizzle-orm';
import type { ThreadSummary } from '~/core/contracts/index.ts';
import type { Database } from '~/db/client.ts';
import { comment, commentThread, threadWatch } from '~/db/schema/index.ts';
import { namesOf } from '../direction-names/find-names.ts';
import { formerMember } from '../former-member.ts';
import { summariseComments } from './summarise-comments.ts';

/** Threads with their first comments, as `personId` sees them; the one with the newest comment first. */
export async function summariseThreads(
  db: Database,
  where: SQL | undefined,
  personId: string,
): Promise<ThreadSummary[]> {
  const lastAt = max(comment.createdAt);
  const rows = await db
    .select({ thread: commentThread, comments: count(), lastAt, watching: threadWatch.watching })
    .from(commentThread)
    .innerJoin(comment, eq(comment.threadId, commentThread.id))
    .leftJoin(
      threadWatch,
      and(eq(threadWatch.threadId, commentThread.id), eq(threadWatch.userId, personId)),
    )
    .where(where)
    .groupBy(commentThread.id, threadWatch.watching)
    .orderBy(desc(lastAt), desc(commentThread.id));
  const ids = rows.map(({ thread }) => thread.id);
  const firsts = await db
    .selectDistinctOn([comment.threadId])
    .from(comment)
    .where(inArray(comment.threadId, ids))
    .orderBy(comment.threadId, asc(comment.createdAt), asc(comment.id));
  const first = new Map(
    (await summariseComments(db, firsts, personId)).map((one, at) => [firsts[at]?.threadId, one]),
  );
  const resolvers = await namesOf(
    db,
    rows.map(({ thread }) => thread.resolvedBy),
  );
  return rows.flatMap(({ thread, comments, lastAt: last, watching }) => {
    const opening = first.get(thread.id);
    if (!opening) return [];
    const { id, target, about, resolvedAt, resolvedBy } = thread;
    return [
      {
        ...{ id, target, about, comments, first: opening, watching: watching ?? false },
        lastAt: (last ?? thread.createdAt).toISOString(),
        resolved: resolvedAt && {
          by: resolvers.get(resolvedBy ?? '') ?? formerMember,
          at: resolvedAt.toISOString(),
        },
      },
    ];
  });
}
