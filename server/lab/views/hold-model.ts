import { TRPCError } from '@trpc/server';
import { eq } from 'drizzle-orm';
import type { Queries } from '~/db/client.ts';
import { keptModel, model } from '~/db/schema/index.ts';

/**
 * Sees to it that the model of a view that is being stored stays until it is: whoever deletes the model, or the last
 * view of a deleted one, takes turns with this.
 *
 * @throws TRPCError NOT_FOUND when the model has gone meanwhile
 */
export async function holdModel(tx: Queries, modelId: string): Promise<void> {
  const [there] = await tx
    .select({ id: model.id })
    .from(model)
    .where(eq(model.id, modelId))
    .for('key share');
  if (there) return;
  const [kept] = await tx
    .select({ id: keptModel.id })
    .from(keptModel)
    .where(eq(keptModel.id, modelId))
    .for('key share');
  if (!kept) throw new TRPCError({ code: 'NOT_FOUND', message: 'This model is not there.' });
}
