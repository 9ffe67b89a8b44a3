import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { guessConnectionColumns, guessNeuronColumns } from '~/core/connectome/columns.ts';
import type { ImportOptions } from '~/core/contracts/index.ts';
import { importLimits, type ImportLimits } from '../import/limits.ts';
import { readTables, type TableResult } from '../import/read-tables.ts';

export type TableText = string | Uint8Array;

/** Two sound tables that belong together; tests spoil one of them. */
export const soundNeurons = 'id,class,x_um,y_um,z_um\na,E,0,100,0\nb,I,10,120,5\nc,E,20,140,10\n';
export const soundConnections = 'pre,post,synapses\na,b,3\nb,c,1\nc,c,2\n';

/** Columns by their names in a header line, as the import page would propose them. */
export function proposed(neuronHeader: string, connectionHeader: string): ImportOptions {
  return {
    neurons: Object.fromEntries(guessNeuronColumns(neuronHeader.split(','))),
    connections: Object.fromEntries(guessConnectionColumns(connectionHeader.split(','))),
    repeats: 'refuse',
    unknown: 'refuse',
  };
}

/** Reads two tables as an import does, in this thread. */
export async function readTexts(
  folder: string,
  tables: { neurons?: TableText; connections?: TableText },
  options: Partial<ImportOptions> = {},
  limits: Partial<ImportLimits> = {},
): Promise<TableResult> {
  const neurons = path.join(folder, 'neurons');
  const connections = path.join(folder, 'connections');
  await writeFile(neurons, tables.neurons ?? soundNeurons);
  await writeFile(connections, tables.connections ?? soundConnections);
  return readTables({
    neurons,
    connections,
    options: { ...proposed('id,class,x_um,y_um,z_um', 'pre,post,synapses'), ...options },
    limits: { ...importLimits, ...limits },
    write: true,
  });
}
