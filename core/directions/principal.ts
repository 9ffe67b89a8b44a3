import { defineDirectionKind } from './kind.ts';
import type { Spread } from './spread.ts';

export const principal = defineDirectionKind({
  id: 'principal',
  name: 'Principal axis',
  about: 'A direction in which encoded circuits differ most, whatever it means.',
  formula: 'sd(a · z) a, a a unit eigenvector of cov(z)',
  source: 'Pearson 1901, Philosophical Magazine 2:559',
  /** @param axis unit vector [Z] */
  step: (spread: Spread, axis: readonly number[]) => {
    const deviation = spread.deviationOf(axis);
    return axis.map((value) => value * deviation);
  },
});
