import { CsvError } from 'csv-parse';
import { TableRefusal } from './table-refusal.ts';

/** A failure of csv-parse as a refusal; anything else as it is. */
export function csvRefusal(error: unknown, line: number, row = 0): unknown {
  if (!(error instanceof CsvError)) return error;
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return new TableRefusal('line-too-long', { value: String(line) }, row + 1);
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return new TableRefusal('bad-quote', { value: 'a quote is opened and never closed' }, row + 1);
  return new TableRefusal(
    'bad-quote',
    { value: 'a quote stands inside a cell that does not begin with one' },
    row + 1,
  );
}
