import { asc, eq } from 'drizzle-orm';
import type { CommentEdits } from '~/core/contracts/index.ts';
import { comment, commentEdit, commentThread } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { namesOf } from '../direction-names/find-names.ts';
import { requireRight } from '../rights.ts';
import { namedBy } from './summarise-comments.ts';

/** What a comment said before its edits, oldest first; whoever reads it may read that too. */
export async function listEdits(ctx: SignedIn, commentId: string): Promise<CommentEdits> {
  const { db } = ctx.services;
  const [of] = await db
    .select({ labId: commentThread.labId })
    .from(comment)
    .innerJoin(commentThread, eq(commentThread.id, comment.threadId))
    .where(eq(comment.id, commentId));
  await requireRight(ctx, of?.labId ?? '', 'read');
  const rows = await db
    .select()
    .from(commentEdit)
    .where(eq(commentEdit.commentId, commentId))
    .orderBy(asc(commentEdit.seq));
  const who = await namesOf(
    db,
    rows.flatMap(({ mentions }) => mentions),
  );
  return rows.map(({ text, mentions, at }) => ({
    ...{ text, mentions: namedBy(who, mentions) },
    at: at.toISOString(),
  }));
}
