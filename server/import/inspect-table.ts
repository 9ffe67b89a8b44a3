import type { ImportProblem, TablePreview } from '~/core/contracts/index.ts';
import { guessConnectionColumns, guessNeuronColumns } from '~/core/connectome/columns.ts';
import { stat } from 'node:fs/promises';
import { importLimits } from './limits.ts';
import { tableHead } from './table-head.ts';

const exampleCount = 5;

/**
 * What a table seems to be, from its beginning: columns, what each is taken for, the first rows.
 * @throws TableRefusal when it cannot be read as a table
 */
export async function inspectTable(
  file: ImportProblem['file'],
  path: string,
  name: string,
): Promise<TablePreview> {
  const { gzip, delimiter, columns, rows } = await tableHead(path, importLimits);
  const guesses: Map<string, string> =
    file === 'neurons' ? guessNeuronColumns(columns) : guessConnectionColumns(columns);
  return {
    name,
    bytes: (await stat(path)).size,
    delimiter,
    gzip,
    columns: columns.map((column, place) => ({
      name: column,
      guess: guesses.get(column) ?? 'ignore',
      examples: [...new Set(rows.map((row) => row[place] ?? ''))]
        .filter((cell) => cell !== '')
        .slice(0, exampleCount),
    })),
    rows,
  };
}
