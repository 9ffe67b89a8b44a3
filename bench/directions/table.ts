import type { SteeredDirection } from '~/core/contracts/index.ts';
import { largestChange } from '~/core/report/index.ts';

const widths = [14, 20, 8, 8, 8, 20, 10, 20, 10, 8];
const row = (cells: readonly string[]) =>
  cells
    .map((cell, k) =>
      k < 2 || k === 5 || k === 7
        ? cell.padEnd(widths[k] ?? 0)
        : cell.padStart(widths[k] ?? 0) + ' ',
    )
    .join('');

export const heading = row([
  'direction',
  'moves',
  'own',
  '95 %',
  'other',
  ' of',
  'held',
  ' of',
  'Spearman',
  'length',
]);

/** One direction: own effect with its half interval, the largest other and the largest held one, length of a step. */
export function lineOf(direction: SteeredDirection): string {
  const { kind, corrections, moves, held, own, length } = direction;
  const other = largestChange(direction);
  const kept = largestChange(direction, held);
  return row([
    corrections > 0 ? `corrected ${corrections}` : kind,
    moves,
    own ? own.change.mean.toFixed(2) : '',
    own ? (own.change.high - own.change.mean).toFixed(2) : '',
    other ? other.mean.toFixed(2) : '',
    ` ${other?.metric ?? ''}`,
    kept ? kept.mean.toFixed(2) : '',
    ` ${kept?.metric ?? ''}`,
    own?.spearman?.toFixed(3) ?? '',
    length.toFixed(2),
  ]);
}
