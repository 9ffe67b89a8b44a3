import { eq } from 'drizzle-orm';
import type { ModelDetail } from '~/core/contracts/index.ts';
import type { Queries } from '~/db/client.ts';
import { keptModel, model, type view } from '~/db/schema/index.ts';
import { findModels } from '../models/find-models.ts';
import { summariseModel } from '../models/summarise-model.ts';

/** The model that a view was made with; `gone`: it was deleted, and what views need of it is kept. */
export async function modelOfView(
  db: Queries,
  { modelId }: Pick<typeof view.$inferSelect, 'modelId'>,
): Promise<{ of: ModelDetail; gone: boolean }> {
  const [row] = await findModels(db, eq(model.id, modelId));
  if (row) return { of: { ...summariseModel(row), manifest: row.model.manifest }, gone: false };
  const [kept] = await db.select().from(keptModel).where(eq(keptModel.id, modelId));
  if (!kept) throw new Error(`The model ${modelId} of a view is not there.`);
  return { of: kept.detail, gone: true };
}
