import { and, eq } from 'drizzle-orm';
import { writeConnectome } from '~/core/connectome/file.ts';
import { modelColumn, modelColumnDetails } from '~/core/connectome/model-column.ts';
import { connectomeStatistics } from '~/core/connectome/statistics.ts';
import { filterFields } from '~/core/sampling/filters.ts';
import { connectome } from '~/db/schema/index.ts';
import type { Queries } from '~/db/client.ts';
import type { Storage } from '../../storage/index.ts';
import { newId } from '../new-id.ts';

/** The starter model in db/starter was trained on the column of this seed. */
const columnSeed = 1;
const maker = 'Latentome';

/** Makes and stores the model column unless the lab has it; true when it was made. */
export async function seedConnectome(
  tx: Queries,
  storage: Storage,
  labId: string,
): Promise<boolean> {
  const [there] = await tx
    .select({ sha256: connectome.sha256 })
    .from(connectome)
    .where(
      and(
        eq(connectome.labId, labId),
        eq(connectome.isModel, true),
        eq(connectome.createdBy, maker),
      ),
    );
  // its bytes too: a data folder may have been lost where the database was not
  if (there && (await storage.has(there.sha256))) return false;
  const column = modelColumn({ seed: columnSeed });
  const { sha256 } = await storage.put(writeConnectome(column));
  await tx
    .insert(connectome)
    .values({
      id: newId('con'),
      labId,
      sha256,
      ...modelColumnDetails,
      isModel: true,
      neurons: column.ids.length,
      connections: column.synapses.length,
      hasPositions: column.position !== null,
      statistics: connectomeStatistics(column),
      attributes: filterFields(column),
      createdBy: maker,
    })
    .onConflictDoNothing({ target: [connectome.labId, connectome.sha256] });
  return true;
}
