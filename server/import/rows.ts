import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { csvRefusal } from './csv-refusal.ts';
import type { Delimiter } from './delimiter.ts';
import type { ImportLimits } from './limits.ts';
import { TableRefusal } from './table-refusal.ts';
import { onlyText } from './text-guard.ts';

/**
 * Reads a table row by row; memory holds one chunk and one row. Empty lines are passed over but counted.
 *
 * @param source bytes of the table, unpacked
 * @param onRow cells as they stand, and the row's number with the header as row 1
 * @throws TableRefusal where it cannot be read on; rows before that were given
 */
export async function eachRow(
  source: AsyncIterable<Buffer>,
  { delimiter, columns }: { delimiter: Delimiter; columns: number },
  limits: ImportLimits,
  onRow: (cells: string[], row: number) => void,
): Promise<void> {
  let headerSeen = false;
  const take = (cells: string[], row: number) => {
    if (cells.length === 1 && cells[0]?.trim() === '' && columns > 1) return;
    if (!headerSeen) headerSeen = true;
    else if (cells.length === columns) onRow(cells, row);
    else
      throw new TableRefusal(
        'row-width',
        { value: String(cells.length), other: String(columns) },
        row,
      );
  };
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: limits.line,
    // Taken here and not from the stream: millions of small records would queue in it.
    on_record: (cells: string[], { records, empty_lines }) => {
      take(cells, records + empty_lines);
      return null;
    },
  });
  try {
    await pipeline(Readable.from(onlyText(source)), parser.resume());
  } catch (error) {
    throw csvRefusal(error, limits.line);
  }
}
