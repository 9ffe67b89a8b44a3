import type { ImportProblem } from '../contracts/index.ts';

/** What a message may speak of besides its place. */
export type ProblemDetails = {
  /** the cell, name or number at fault */
  value?: string;
  /** what it collides with, or what was found instead */
  other?: string;
  count?: number;
};

type Definition = {
  severity: ImportProblem['severity'];
  message: (details: Required<ProblemDetails>) => string;
  remedy: string;
  offer?: ImportProblem['offer'];
};

const error = (message: Definition['message'], remedy: string, offer?: Definition['offer']) =>
  ({ severity: 'error', message, remedy, offer: offer ?? null }) satisfies Definition;
const warning = (message: Definition['message'], remedy: string) =>
  ({ severity: 'warning', message, remedy, offer: null }) satisfies Definition;

/** Every problem an import can meet, by its code. An error stands in the way; a warning is said and the import goes on. */
export const importProblems = {
  // the file
  'empty-file': error(() => 'The file is empty.', 'Choose the file that holds the table.'),
  'no-rows': error(
    () => 'The table has a header and no rows.',
    'Choose the file that holds the rows.',
  ),
  'binary-file': error(
    ({ value }) => `This is not a text table: ${value}.`,
    'Export the table as CSV or TSV in UTF-8, plain or gzip.',
  ),
  'not-utf8': error(
    () => 'The text is not UTF-8.',
    'Save the table with the encoding UTF-8 and send it again.',
  ),
  'cut-gzip': error(
    () => 'The gzip file ends before its end.',
    'The file was cut when it was copied or downloaded; fetch it again.',
  ),
  'broken-gzip': error(
    ({ value }) => `The gzip file is damaged: ${value}.`,
    'Compress the table again, or send it uncompressed.',
  ),
  'gzip-bomb': error(
    ({ value }) => `The file unpacks to more than ${value} times its size.`,
    'Send the table uncompressed if this is meant.',
  ),
  'line-too-long': error(
    ({ value }) => `A row is longer than ${value} characters.`,
    'Check line ends and whether a quote is left open in this row.',
  ),
  'bad-quote': error(
    ({ value }) => `Quotes do not match: ${value}.`,
    'Put quotes around whole cells and double the quotes inside them.',
  ),
  'too-many-rows': error(
    ({ value }) => `The table has more than ${value} rows.`,
    'Import a part of it.',
  ),
  'too-many-columns': error(
    ({ value }) => `The table has more than ${value} columns.`,
    'Leave out the columns that are not needed.',
  ),
  'too-slow': error(
    ({ value }) => `Reading took longer than ${value}.`,
    'Import a part of the tables, or try again when the server is less busy.',
  ),
  'too-much-memory': error(
    () => 'The tables do not fit into the memory an import may use.',
    'Leave out attribute columns that are not needed, or import a part.',
  ),
  // the header
  'wrong-delimiter': error(
    ({ value }) => `The header is a single column: ${value}.`,
    'Separate columns by comma, tab or semicolon.',
  ),
  'duplicate-column': error(
    ({ value }) => `Two columns are called ${value}.`,
    'Rename one of them.',
  ),
  'missing-column': error(
    ({ value, other }) => `No column is taken for "${value}". Columns: ${other}.`,
    'Choose the column that holds it.',
  ),
  'field-twice': error(
    ({ value, other }) => `Both ${other} are taken for "${value}".`,
    'Choose one of them and ignore the other.',
  ),
  'unknown-column': error(
    ({ value }) => `The table has no column ${value}.`,
    'Look at the file again; it may be another one than before.',
  ),
  // rows
  'row-width': error(
    ({ value, other }) => `The row has ${value} cells, the header has ${other}.`,
    'Check the delimiter and put quotes around cells that contain it.',
  ),
  'empty-id': error(() => 'The id is empty.', 'Give every neuron an id.'),
  'long-id': error(
    ({ value }) => `The id is longer than ${value} characters.`,
    'Use shorter ids, or choose the column that holds them.',
  ),
  'duplicate-id': error(
    ({ value, other }) => `The id ${value} stands in row ${other} already.`,
    'Give each neuron one row with an id of its own.',
  ),
  'bad-position': error(
    ({ value }) =>
      `The position ${value} is not a finite number written plainly, or too large to be one.`,
    'Use plain decimal numbers in micrometres such as 12.5, or take the column for something else.',
  ),
  'bad-weight': error(
    ({ value }) => `${value} is not a finite number of zero or more written plainly.`,
    'Use plain decimal numbers such as 3 or 0.5, leave the cell empty, or ignore the column.',
  ),
  'unknown-neuron': error(
    ({ value }) => `The table of neurons has no ${value}.`,
    'Add the neuron, or leave out connections to neurons that are not there.',
    'drop-unknown',
  ),
  'repeated-pair': error(
    ({ value, other }) => `The pair ${value} stands in row ${other} already.`,
    'Keep one row a pair, or add the rows of a pair together.',
    'sum-repeats',
  ),
  // said, and imported all the same
  'dropped-unknown': warning(
    ({ count }) =>
      `${count.toLocaleString('en')} connections to neurons that are not there are left out.`,
    'Add these neurons if they should be kept.',
  ),
  'summed-repeats': warning(
    ({ count }) => `${count.toLocaleString('en')} rows repeat a pair and are added to it.`,
    'Nothing to do if the rows are single synapses.',
  ),
  'formula-text': warning(
    ({ value }) => `${value} looks like a formula. It is kept as text.`,
    'Rename it if it was not meant; a spreadsheet could run it.',
  ),
  'markup-text': warning(
    ({ value }) => `${value} looks like markup. It is kept as text.`,
    'Rename it if it was not meant.',
  ),
  'hidden-text': warning(
    ({ value }) => `${value} holds characters that cannot be seen. It is kept as it is.`,
    'Rename it if it was not meant.',
  ),
  'large-extent': warning(
    ({ value, other }) => `The neurons span ${value} mm: this one stands at ${other}.`,
    'Positions are read as micrometres; convert them if they are nanometres or voxels.',
  ),
} satisfies Record<string, Definition>;

export type ProblemCode = keyof typeof importProblems;
export type ProblemPlace = {
  file: ImportProblem['file'];
  row?: number | null;
  column?: string | null;
};

/** The problem as people read it. */
export function describeProblem(
  code: ProblemCode,
  { file, row = null, column = null }: ProblemPlace,
  { value = '', other = '', count = 0 }: ProblemDetails = {},
): ImportProblem {
  const { severity, message, remedy, offer }: Definition = importProblems[code];
  return {
    file,
    severity,
    code,
    row,
    column,
    message: message({ value, other, count }),
    remedy,
    offer: offer ?? null,
  };
}

/** A cell as a message shows it: quoted, hidden characters escaped, no longer than a line. */
export function shown(cell: string): string {
  const short = cell.length > 60 ? `${cell.slice(0, 60)}…` : cell;
  return JSON.stringify(short).replace(
    /[\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
