import { TRPCError } from '@trpc/server';
import { eq } from 'drizzle-orm';
import type { NewDirectionName } from '~/core/contracts/index.ts';
import { directionName } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { newId } from '../new-id.ts';
import { speakOf } from './speak-of.ts';

/** Of one direction: a page shows them all. */
const most = 60;

/** Proposes a further name for a direction, with what it claims. @throws TRPCError CONFLICT for one that it has already */
export async function giveName(
  ctx: SignedIn,
  { directionId, name, claim, prediction }: NewDirectionName,
): Promise<{ nameId: string }> {
  const nameId = newId('name');
  await speakOf(ctx, directionId, async ({ tx, of }) => {
    if ((await tx.$count(directionName, eq(directionName.directionId, of.id))) >= most)
      throw new TRPCError({ code: 'CONFLICT', message: `A direction has at most ${most} names.` });
    const made = await tx
      .insert(directionName)
      .values({
        ...{ id: nameId, directionId, labId: of.labId, userId: ctx.person.id },
        ...{ name, claim, prediction },
      })
      .onConflictDoNothing({ target: [directionName.directionId, directionName.name] })
      .returning({ id: directionName.id });
    if (made.length === 0)
      throw new TRPCError({ code: 'CONFLICT', message: 'It has this name already: vote for it.' });
    return { what: 'name given', about: { name } };
  });
  return { nameId };
}
