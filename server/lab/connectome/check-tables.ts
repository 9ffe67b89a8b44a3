import type { ImportOptions, ImportReport } from '~/core/contracts/index.ts';
import type { SignedIn } from '../../context.ts';
import { importTables } from '../../import/import-tables.ts';
import { uploadedTables, type Tables } from './uploaded-tables.ts';

/** Every problem of the tables, or what they hold; nothing is stored. */
export async function checkTables(
  ctx: SignedIn,
  { options, ...tables }: Tables & { options: ImportOptions },
): Promise<ImportReport> {
  const { neurons, connections } = await uploadedTables(ctx, tables);
  const { report } = await importTables({
    neurons: neurons.path,
    connections: connections.path,
    options,
    write: false,
  });
  return report;
}
