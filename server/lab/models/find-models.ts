import { desc, eq, type SQL } from 'drizzle-orm';
import type { Queries } from '~/db/client.ts';
import { connectome, model } from '~/db/schema/index.ts';
import type { ModelRow } from './summarise-model.ts';

/** Models with the connectome each was trained on, newest version first. */
export function findModels(db: Queries, where: SQL | undefined): Promise<ModelRow[]> {
  return db
    .select({
      model,
      connectome: { id: connectome.id, name: connectome.name, isModel: connectome.isModel },
    })
    .from(model)
    .innerJoin(connectome, eq(connectome.id, model.connectomeId))
    .where(where)
    .orderBy(desc(model.version));
}
