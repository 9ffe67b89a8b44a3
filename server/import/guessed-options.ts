import type { ImportOptions } from '~/core/contracts/index.ts';
import { guessConnectionColumns, guessNeuronColumns } from '~/core/connectome/columns.ts';
import { importLimits } from './limits.ts';
import { tableHead } from './table-head.ts';

/**
 * What two tables are taken for when nobody says otherwise: columns by their names, repeats and unknown neurons refused.
 * @throws TableRefusal when one cannot be read as a table
 */
export async function guessedOptions(neurons: string, connections: string): Promise<ImportOptions> {
  const head = async (path: string) => (await tableHead(path, importLimits)).columns;
  return {
    neurons: Object.fromEntries(guessNeuronColumns(await head(neurons))),
    connections: Object.fromEntries(guessConnectionColumns(await head(connections))),
    repeats: 'refuse',
    unknown: 'refuse',
  };
}
