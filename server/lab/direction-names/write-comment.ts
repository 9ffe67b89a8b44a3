import { TRPCError } from '@trpc/server';
import { eq } from 'drizzle-orm';
import { nameComment } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { newId } from '../new-id.ts';
import { nameIn, speakOf } from './speak-of.ts';

/** Of one name: a page loads them all. */
const most = 400;

type Written = { directionId: string; nameId: string; text: string };

/** Adds to the comments of a name. */
export async function writeComment(
  ctx: SignedIn,
  { directionId, nameId, text }: Written,
): Promise<void> {
  await speakOf(ctx, directionId, async (spoken) => {
    const { name } = await nameIn(spoken, nameId);
    if ((await spoken.tx.$count(nameComment, eq(nameComment.nameId, nameId))) >= most)
      throw new TRPCError({ code: 'CONFLICT', message: `A name has at most ${most} comments.` });
    await spoken.tx
      .insert(nameComment)
      .values({ id: newId('cmt'), nameId, userId: ctx.person.id, text });
    return { what: 'comment written', about: { name } };
  });
}
