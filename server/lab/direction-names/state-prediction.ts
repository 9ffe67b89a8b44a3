import { TRPCError } from '@trpc/server';
import { eq } from 'drizzle-orm';
import type { Prediction } from '~/core/contracts/index.ts';
import { directionName } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { nameIn, requireAuthor, speakOf } from './speak-of.ts';

type Stated = { directionId: string; nameId: string; claim: string | null; prediction: Prediction };

/**
 * Who gave a name says what it claims, if that was left open; once stated a prediction stays as it is, so that nobody fits
 * it to what was measured.
 * @throws TRPCError FORBIDDEN for others, CONFLICT where there is one
 */
export async function statePrediction(
  ctx: SignedIn,
  { directionId, nameId, claim, prediction }: Stated,
): Promise<void> {
  await speakOf(ctx, directionId, async (spoken) => {
    const row = await nameIn(spoken, nameId);
    requireAuthor(ctx, spoken, row);
    if (row.prediction)
      throw new TRPCError({
        code: 'CONFLICT',
        message:
          'A prediction is stated once. Give the direction another name to claim something else.',
      });
    await spoken.tx
      .update(directionName)
      .set({ prediction, claim: row.claim || (claim ?? '') })
      .where(eq(directionName.id, nameId));
    return { what: 'prediction stated', about: { name: row.name } };
  });
}
