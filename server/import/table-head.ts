import { parse } from 'csv-parse/sync';
import { guessNeuronColumns } from '~/core/connectome/columns.ts';
import { shown } from '~/core/connectome/problems.ts';
import { isGzip, tableBytes } from './bytes.ts';
import type { ImportLimits } from './limits.ts';
import { csvRefusal } from './csv-refusal.ts';
import { delimiterOf, type Delimiter } from './delimiter.ts';
import { TableRefusal } from './table-refusal.ts';
import { onlyText } from './text-guard.ts';

/** What the beginning of a table says about it. */
export type TableHead = {
  gzip: boolean;
  delimiter: Delimiter;
  columns: string[];
  /** the first rows, as they stand */
  rows: string[][];
};

const headBytes = 256 * 1024;
const headRows = 20;

/**
 * Reads the beginning of a table: packing, delimiter, header, first rows.
 * @throws TableRefusal when it is not a text table with a header
 */
export async function tableHead(path: string, limits: ImportLimits): Promise<TableHead> {
  const { text, whole } = await beginning(path, limits);
  if (!whole && !/[\r\n]/.test(text.trimStart()))
    throw new TableRefusal('line-too-long', { value: String(headBytes) }, 1);
  if (text.trim() === '') throw new TableRefusal('empty-file');
  const delimiter = delimiterOf(text);
  const [header = [], ...rows] = firstRecords(text, whole, delimiter);
  const columns = header.map((name, k) => name || `column ${k + 1}`);
  // A list of ids alone is a table too; any other single column was separated by something else.
  if (columns.length < 2 && ![...guessNeuronColumns(columns).values()].includes('id'))
    throw new TableRefusal('wrong-delimiter', { value: shown(columns[0] ?? '') }, 1);
  if (columns.length > limits.columns)
    throw new TableRefusal('too-many-columns', { value: String(limits.columns) }, 1);
  return { gzip: await isGzip(path), delimiter, columns, rows };
}

async function beginning(path: string, limits: ImportLimits) {
  const chunks: Buffer[] = [];
  let bytes = 0;
  let whole = true;
  for await (const chunk of onlyText(tableBytes(path, limits))) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= headBytes) {
      whole = false;
      break;
    }
  }
  return { text: new TextDecoder().decode(Buffer.concat(chunks)), whole };
}

function firstRecords(text: string, whole: boolean, delimiter: Delimiter): string[][] {
  // A cut text ends inside a row, so it is read up to its last line end.
  const lines = whole
    ? text
    : text.slice(0, Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);
  try {
    return parse(lines, {
      delimiter,
      to: headRows + 1,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch (error) {
    throw csvRefusal(error, headBytes);
  }
}
