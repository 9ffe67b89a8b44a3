import { createHash } from 'node:crypto';

/**
 * Colours of people's cursors. After Paul Tol's "bright" and "muted" sets, which stay apart for
 * colour-blind eyes (https://sronpersonalpages.nl/~pault/, 2021).
 */
const palette = [
  '#4477aa',
  '#ee6677',
  '#228833',
  '#ccbb44',
  '#66ccee',
  '#aa3377',
  '#cc6677',
  '#88ccee',
  '#44aa99',
  '#999933',
];

/** The same person has the same colour everywhere. */
export function colorOf(personId: string): string {
  const digest = createHash('sha256').update(personId).digest();
  return palette[digest.readUInt32LE(0) % palette.length] ?? '#4477aa';
}
