import { eq, max, sql } from 'drizzle-orm';
import type { Queries } from '~/db/client.ts';
import { keptModel, model } from '~/db/schema/index.ts';

/** The version that the next model of a lab has. Whoever asks holds the lab's row. A number that a view names is not given again. */
export async function nextVersion(tx: Queries, labId: string): Promise<number> {
  const [there] = await tx
    .select({ version: max(model.version) })
    .from(model)
    .where(eq(model.labId, labId));
  const [kept] = await tx
    .select({ version: sql<number | null>`max((${keptModel.detail} ->> 'version')::int)` })
    .from(keptModel)
    .where(eq(keptModel.labId, labId));
  return Math.max(there?.version ?? 0, kept?.version ?? 0) + 1;
}
