import { TRPCError } from '@trpc/server';
import { and, eq } from 'drizzle-orm';
import { nameComment } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { nameIn, requireAuthor, speakOf } from './speak-of.ts';

type Removed = { directionId: string; nameId: string; commentId: string };

/** Whoever wrote a comment may take it back, and so may editors. @throws TRPCError NOT_FOUND, FORBIDDEN */
export async function removeComment(
  ctx: SignedIn,
  { directionId, nameId, commentId }: Removed,
): Promise<void> {
  await speakOf(ctx, directionId, async (spoken) => {
    const { name } = await nameIn(spoken, nameId);
    const one = and(eq(nameComment.id, commentId), eq(nameComment.nameId, nameId));
    const [row] = await spoken.tx.select().from(nameComment).where(one);
    if (!row) throw new TRPCError({ code: 'NOT_FOUND', message: 'This comment is not there.' });
    requireAuthor(ctx, spoken, row);
    await spoken.tx.delete(nameComment).where(one);
    return { what: 'comment removed', about: { name } };
  });
}
