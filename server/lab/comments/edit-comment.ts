import { TRPCError } from '@trpc/server';
import { eq, sql } from 'drizzle-orm';
import { mentionedIn } from '~/core/comments/index.ts';
import { comment, commentEdit } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { onComment } from './in-thread.ts';
import { putInInboxes } from './say.ts';

/** Of one comment. */
const most = 100;

/**
 * Its author says it otherwise; what it said before is kept. Whom it mentions only now finds it in their inbox, nobody
 * finds it there again.
 * @throws TRPCError FORBIDDEN for others, CONFLICT after too many edits
 */
export async function editComment(
  ctx: SignedIn,
  { commentId, text }: { commentId: string; text: string },
): Promise<void> {
  await onComment(ctx, { commentId, text }, async ({ tx, thread, row, recipients }) => {
    if (row.userId !== ctx.person.id)
      throw new TRPCError({ code: 'FORBIDDEN', message: 'Only who wrote this may edit it.' });
    if (row.text === text) return null;
    if ((await tx.$count(commentEdit, eq(commentEdit.commentId, commentId))) >= most)
      throw new TRPCError({
        code: 'CONFLICT',
        message: `A comment is edited at most ${most} times. Write a reply instead.`,
      });
    await tx.insert(commentEdit).values({
      ...{ commentId, text: row.text, mentions: row.mentions },
      at: row.editedAt ?? row.createdAt,
    });
    // whoever was mentioned stays so, also after leaving the lab
    const before = new Set(row.mentions);
    const mentions = mentionedIn(text).filter(
      (id) => before.has(id) || recipients.mentions.includes(id),
    );
    await tx
      .update(comment)
      .set({ text, mentions, editedAt: sql`now()` })
      .where(eq(comment.id, commentId));
    const newly = [...recipients.told].filter(
      ([id, reason]) => reason === 'mention' && !before.has(id),
    );
    const told = await putInInboxes(tx, commentId, new Map(newly));
    return { what: 'comment edited', about: { name: thread.about }, told };
  });
}
