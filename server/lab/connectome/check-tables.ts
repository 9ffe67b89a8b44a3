import type { ImportOptions, ImportReport } from '~/core/contracts/index.ts';
import type { SignedIn } from '../../context.ts';
import { importTables } from '../../import/import-tables.ts';
import { giveUp } from './give-up.ts';
import { told } from './readings.ts';
import { uploadedTables, type Tables } from './uploaded-tables.ts';

/**
 * Every problem of the tables, or what they hold; nothing is stored.
 *
 * @param signal of the request; given up, the reading ends at once
 */
export async function checkTables(
  ctx: SignedIn,
  { options, ...tables }: Tables & { options: ImportOptions },
  signal?: AbortSignal,
): Promise<ImportReport> {
  const { neurons, connections } = await uploadedTables(ctx, tables);
  const job = { neurons: neurons.path, connections: connections.path, options, write: false };
  const { report } = await told(ctx, tables, (onProgress) =>
    importTables(job, { onProgress, ...(signal && { signal }) }).catch(giveUp(signal)),
  );
  return report;
}
