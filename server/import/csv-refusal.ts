import { CsvError } from 'csv-parse';
import { z } from 'zod';
import { TableRefusal } from './table-refusal.ts';

/** Where csv-parse stood when it failed. */
const standing = z.object({ records: z.int(), empty_lines: z.int() });

/** A failure of csv-parse as a refusal with its row; anything else as it is. */
export function csvRefusal(error: unknown, line: number): unknown {
  if (!(error instanceof CsvError)) return error;
  const at = standing.safeParse(error).data;
  const row = at ? at.records + at.empty_lines + 1 : null;
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return new TableRefusal('line-too-long', { value: String(line) }, row);
  const value =
    error.code === 'CSV_QUOTE_NOT_CLOSED'
      ? 'a quote is opened and never closed'
      : 'a quote stands inside a cell that does not begin with one';
  return new TableRefusal('bad-quote', { value }, row);
}
