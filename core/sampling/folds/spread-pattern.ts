import type { BlockFolds } from '../../contracts/index.ts';

/**
 * A fixed checker: each fifth block is of the test fold, each fifth of validation, a knight's move apart, so that no
 * two of a fold touch side by side.
 */
export function spreadPattern([columns, rows]: BlockFolds['across']): BlockFolds['pattern'] {
  return Array.from({ length: columns * rows }, (_, block) => {
    const colour = (Math.floor(block / rows) + 2 * (block % rows)) % 5;
    if (colour === 0) return 'test';
    return colour === 2 ? 'validation' : 'train';
  });
}
