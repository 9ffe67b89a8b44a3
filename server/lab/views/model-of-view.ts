import { eq } from 'drizzle-orm';
import type { ModelDetail } from '~/core/contracts/index.ts';
import type { Database } from '~/db/client.ts';
import { model, type view } from '~/db/schema/index.ts';
import { findModels } from '../models/find-models.ts';
import { summariseModel } from '../models/summarise-model.ts';

/** The model that a view was made with. */
export async function modelOfView(
  db: Database,
  { modelId }: Pick<typeof view.$inferSelect, 'modelId'>,
): Promise<ModelDetail> {
  const [row] = await findModels(db, eq(model.id, modelId));
  if (!row) throw new Error(`The model ${modelId} of a view is not there.`);
  return { ...summariseModel(row), manifest: row.model.manifest };
}
