import { asc, eq, inArray } from 'drizzle-orm';
import type { AccountExport } from '~/core/contracts/index.ts';
import { comment, commentEdit, commentThread } from '~/db/schema/index.ts';
import type { Services } from '../../services.ts';

/** What a person wrote in threads of comments, with what each said before its edits; oldest first. */
export async function commentsBy(
  { db }: Pick<Services, 'db'>,
  userId: string,
): Promise<AccountExport['comments']> {
  const rows = await db
    .select({ comment, thread: commentThread })
    .from(comment)
    .innerJoin(commentThread, eq(commentThread.id, comment.threadId))
    .where(eq(comment.userId, userId))
    .orderBy(asc(comment.createdAt), asc(comment.id));
  const edits = await db
    .select()
    .from(commentEdit)
    .where(
      inArray(
        commentEdit.commentId,
        rows.map((row) => row.comment.id),
      ),
    )
    .orderBy(asc(commentEdit.seq));
  return rows.map(({ comment: { id, text, createdAt, editedAt }, thread }) => ({
    ...{ id, labId: thread.labId, threadId: thread.id, about: thread.about, target: thread.target },
    ...{ text, at: createdAt.toISOString(), editedAt: editedAt?.toISOString() ?? null },
    edits: edits
      .filter(({ commentId }) => commentId === id)
      .map((edit) => ({ text: edit.text, at: edit.at.toISOString() })),
  }));
}
