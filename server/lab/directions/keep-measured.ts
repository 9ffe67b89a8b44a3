import { TRPCError } from '@trpc/server';
import { eq } from 'drizzle-orm';
import type { MeasuredEffects, NewMeasured } from '~/core/contracts/index.ts';
import { leastCircuits, nullsProblem, usualSteps } from '~/core/directions/index.ts';
import { direction } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { speakOf } from '../direction-names/speak-of.ts';

/**
 * Keeps what somebody's browser measured of a direction: random directions of its length, and its effects where it was kept
 * without them. @throws TRPCError BAD_REQUEST for what was measured otherwise
 */
export async function keepMeasured(
  ctx: SignedIn,
  { directionId, effects, nulls }: NewMeasured,
): Promise<void> {
  await speakOf(ctx, directionId, async ({ tx, of }) => {
    const problem = nullsProblem(nulls);
    if (problem !== null) throw new TRPCError({ code: 'BAD_REQUEST', message: problem });
    const by = { userId: ctx.person.id, at: new Date().toISOString() };
    await tx
      .update(direction)
      .set({
        nulls: { ...nulls, ...by },
        ...(!told(of.effects) && isWhole(effects) && { effects }),
      })
      .where(eq(direction.id, directionId));
    return { what: 'direction measured', about: { name: of.name } };
  });
}

/** Kept from a single circuit they have no interval. */
const told = (effects: MeasuredEffects | null) => effects && effects.circuits >= leastCircuits;

const isWhole = (effects: MeasuredEffects | null): effects is MeasuredEffects =>
  effects !== null &&
  effects.circuits >= leastCircuits &&
  effects.steps.join() === usualSteps.join();
