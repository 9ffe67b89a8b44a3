import { TRPCError } from '@trpc/server';
import { and, eq } from 'drizzle-orm';
import { direction } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { may, requireRight } from '../rights.ts';

/** Whoever saved a direction may remove it, and so may editors. @throws TRPCError NOT_FOUND, FORBIDDEN */
export async function removeDirection(
  ctx: SignedIn,
  { labId, directionId }: { labId: string; directionId: string },
): Promise<void> {
  const { db, bus } = ctx.services;
  const { standing } = await requireRight(ctx, labId, 'bench');
  const one = and(eq(direction.id, directionId), eq(direction.labId, labId));
  const [row] = await db.select({ userId: direction.userId }).from(direction).where(one);
  if (!row) throw new TRPCError({ code: 'NOT_FOUND', message: 'This direction is not there.' });
  if (row.userId !== ctx.person.id && !may(standing, 'edit'))
    throw new TRPCError({
      code: 'FORBIDDEN',
      message: 'Only who saved this direction may remove it, or an editor.',
    });
  await db.delete(direction).where(one);
  await bus.publish({ topic: 'lab', id: labId });
}
