import { TRPCError } from '@trpc/server';
import { and, eq } from 'drizzle-orm';
import { direction } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { recordEvent } from '../events/record-event.ts';
import { inTurn } from '../in-turn.ts';
import { may } from '../rights.ts';

/** Whoever saved a direction may remove it, and so may editors. @throws TRPCError NOT_FOUND, FORBIDDEN */
export async function removeDirection(
  ctx: SignedIn,
  { labId, directionId }: { labId: string; directionId: string },
): Promise<void> {
  await inTurn(ctx, labId, 'bench', async (tx, _, standing) => {
    const one = and(eq(direction.id, directionId), eq(direction.labId, labId));
    const [row] = await tx.select({ userId: direction.userId }).from(direction).where(one);
    if (!row) throw new TRPCError({ code: 'NOT_FOUND', message: 'This direction is not there.' });
    if (row.userId !== ctx.person.id && !may(standing, 'edit'))
      throw new TRPCError({
        code: 'FORBIDDEN',
        message: 'Only who saved this direction may remove it, or an editor.',
      });
    const [gone] = await tx.delete(direction).where(one).returning({ name: direction.name });
    const by = { labId, who: ctx.person.id };
    if (gone) await recordEvent(tx, { ...by, what: 'direction removed', about: gone });
  });
  await ctx.services.bus.publish({ topic: 'lab', id: labId });
}
