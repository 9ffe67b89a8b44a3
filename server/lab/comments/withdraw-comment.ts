import { TRPCError } from '@trpc/server';
import { eq } from 'drizzle-orm';
import { comment, commentEdit } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { onComment } from './in-thread.ts';
import { takeOutOfInboxes } from './say.ts';

/**
 * Takes the text of a comment away with all that it said before; its place in the thread stays. Its author may, and owners.
 * @throws TRPCError FORBIDDEN for others, NOT_FOUND
 */
export async function withdrawComment(
  ctx: SignedIn,
  { commentId }: { commentId: string },
): Promise<void> {
  await onComment(ctx, { commentId }, async ({ tx, thread, row, mayModerate }) => {
    const mine = row.userId === ctx.person.id;
    if (!mine && !mayModerate)
      throw new TRPCError({
        code: 'FORBIDDEN',
        message: 'Only who wrote this may withdraw it, or an owner.',
      });
    await tx.delete(commentEdit).where(eq(commentEdit.commentId, commentId));
    await tx
      .update(comment)
      .set({
        ...{ text: '', mentions: [], editedAt: null },
        withdrawn: mine ? 'by its author' : 'by an owner',
      })
      .where(eq(comment.id, commentId));
    const told = await takeOutOfInboxes(tx, commentId);
    const name = thread.about;
    return mine || row.userId === null
      ? { what: 'comment withdrawn', about: { name }, told }
      : { what: 'comment withdrawn', about: { name, personId: row.userId }, told };
  });
}
