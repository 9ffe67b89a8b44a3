import type { ImportOptions } from '~/core/contracts/index.ts';
import { guessConnectionColumns, guessNeuronColumns } from '~/core/connectome/columns.ts';
import { importLimits } from './limits.ts';
import { tableHead } from './table-head.ts';
import { TableRefusal } from './table-refusal.ts';

/**
 * What two tables are taken for when nobody says otherwise: columns by their names, repeats and unknown neurons refused.
 * One that cannot be read as a table has no columns.
 */
export async function guessedOptions(neurons: string, connections: string): Promise<ImportOptions> {
  const head = async (path: string) => {
    try {
      return (await tableHead(path, importLimits)).columns;
    } catch (error) {
      if (error instanceof TableRefusal) return []; // the import says it whole, with row and remedy
      throw error;
    }
  };
  return {
    neurons: Object.fromEntries(guessNeuronColumns(await head(neurons))),
    connections: Object.fromEntries(guessConnectionColumns(await head(connections))),
    repeats: 'refuse',
    unknown: 'refuse',
  };
}
