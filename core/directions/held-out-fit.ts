import type { Encoded } from './encoded.ts';
import { foretold, type Regression } from './regression.ts';

/** A regression judged on circuits that it was not fitted to. */
export type HeldOutFit = {
  /** 1 - the mean squared error over the variance of the score: below 0 where the mean would have told it better. */
  readonly r2: number;
  /** of these circuits */
  readonly circuits: number;
};

/**
 * How well a regression tells a score [C] on other circuits; those without a finite score do not count.
 * @throws RangeError when fewer than three have one, or the score is the same for all.
 */
export function heldOutFit(
  regression: Regression,
  heldOut: Encoded,
  score: ArrayLike<number>,
): HeldOutFit {
  const own = heldOut.circuits.filter((circuit) => Number.isFinite(score[circuit]));
  if (own.length < 3) throw new RangeError('Too few held-out circuits have this score.');
  const value = (circuit: number) => score[circuit] ?? 0;
  const sum = (of: (circuit: number) => number) => own.reduce((all, one) => all + of(one), 0);
  const mean = sum(value) / own.length;
  const variance = sum((one) => (value(one) - mean) ** 2);
  if (!(variance > 0)) throw new RangeError('This score is the same for all held-out circuits.');
  const error = sum((one) => (value(one) - foretold(regression, heldOut, one)) ** 2);
  return { r2: 1 - error / variance, circuits: own.length };
}
