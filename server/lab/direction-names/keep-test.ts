import { TRPCError } from '@trpc/server';
import { eq } from 'drizzle-orm';
import type { Prediction, TestFigures, TestProtocol } from '~/core/contracts/index.ts';
import { foldsOf, shapeProblem, testCircuits, testPrediction } from '~/core/directions/index.ts';
import type { Queries } from '~/db/client.ts';
import { directionName, model } from '~/db/schema/index.ts';
import type { SignedIn } from '../../context.ts';
import { nameIn, speakOf, type DirectionRow } from './speak-of.ts';

type Measured = {
  directionId: string;
  nameId: string;
  protocol: TestProtocol;
  figures: TestFigures;
};

/**
 * Keeps what somebody's browser measured for a prediction. Which circuits it has to be measured on, and the verdict, are
 * worked out here; the changes themselves are taken as they come, with the name of who measured them.
 * @throws TRPCError BAD_REQUEST for figures that are not those of a test of this prediction
 */
export async function keepTest(
  ctx: SignedIn,
  { directionId, nameId, protocol, figures }: Measured,
): Promise<void> {
  await speakOf(ctx, directionId, async (spoken) => {
    const { tx, of } = spoken;
    const row = await nameIn(spoken, nameId);
    const { prediction } = row;
    const problem = prediction
      ? await problemOf(tx, of, prediction, protocol, figures)
      : 'Nothing is predicted here.';
    if (!prediction || problem !== null)
      throw new TRPCError({ code: 'BAD_REQUEST', message: problem ?? '' });
    const judged = testPrediction(prediction, figures);
    const by = { userId: ctx.person.id, at: new Date().toISOString() };
    await tx
      .update(directionName)
      .set({ test: { protocol, figures, ...judged, ...by } })
      .where(eq(directionName.id, nameId));
    return { what: 'prediction tested', about: { name: row.name } };
  });
}

async function problemOf(
  tx: Queries,
  { modelId, modelSha256, protocol: found }: DirectionRow,
  prediction: Prediction,
  protocol: TestProtocol,
  figures: TestFigures,
): Promise<string | null> {
  const [of] = await tx.select().from(model).where(eq(model.id, modelId));
  if (!of) return 'The model of this direction is gone.';
  try {
    const circuits = testCircuits(foldsOf(of.manifest.figures.circuits), found);
    return shapeProblem(prediction, protocol, figures, { ...circuits, modelSha256 });
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}
