import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { tableBytes } from './bytes.ts';
import { csvRefusal } from './csv-refusal.ts';
import type { Delimiter } from './delimiter.ts';
import type { ImportLimits } from './limits.ts';
import { TableRefusal } from './table-refusal.ts';
import { onlyText } from './text-guard.ts';

/**
 * Reads a table row by row; memory holds one chunk and one row. Empty lines are passed over but counted.
 *
 * @param onRow cells as they stand, and the row's number with the header as row 1
 * @throws TableRefusal where it cannot be read on; rows before that were given
 */
export async function eachRow(
  path: string,
  { delimiter, columns }: { delimiter: Delimiter; columns: number },
  limits: ImportLimits,
  onRow: (cells: string[], row: number) => void,
): Promise<void> {
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: limits.line,
  });
  let row = 0;
  let headerSeen = false;
  const take = () => {
    for (;;) {
      const record: unknown = parser.read();
      if (!isCells(record)) return;
      row++;
      if (record.length === 1 && record[0]?.trim() === '') continue;
      if (!headerSeen) {
        headerSeen = true;
        continue;
      }
      if (record.length !== columns)
        throw new TableRefusal(
          'row-width',
          { value: String(record.length), other: String(columns) },
          row,
        );
      onRow(record, row);
    }
  };
  parser.on('readable', () => {
    try {
      take();
    } catch (error) {
      parser.destroy(error instanceof Error ? error : new Error(String(error)));
    }
  });
  try {
    await pipeline(Readable.from(onlyText(tableBytes(path, limits))), parser);
  } catch (error) {
    throw csvRefusal(error, limits.line, row);
  }
}

function isCells(record: unknown): record is string[] {
  return Array.isArray(record);
}
