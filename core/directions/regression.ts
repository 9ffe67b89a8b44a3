import { covarianceOf, meanOf, placeIn, type Encoded } from './encoded.ts';
import { choleskyOf, plusDiagonal, solve } from './linear.ts';

/** Of the mean variance of z: too small to be seen, it keeps dimensions that the model does not use solvable. */
const nudge = 1e-9;

export type Regression = {
  /** w [Z]: score = intercept + w · z */
  readonly weights: readonly number[];
  /** The circuits that had a score, and their covariance [Z][Z]. */
  readonly circuits: number;
  readonly covariance: readonly (readonly number[])[];
  /** Share of the score's variance that w · z explains over the same circuits. */
  readonly r2: number;
};

/**
 * Least squares of a score [C] on z. Circuits whose score is not finite do not count.
 * @throws RangeError when fewer than three have one, or the score is the same for all.
 */
export function regress(encoded: Encoded, score: ArrayLike<number>): Regression {
  const circuits = encoded.circuits.filter((circuit) => Number.isFinite(score[circuit]));
  if (circuits.length < 3) throw new RangeError('Too few circuits have this score.');
  const own = { ...encoded, circuits };
  const mean = meanOf(own);
  const covariance = covarianceOf(own);
  const value = (circuit: number) => score[circuit] ?? 0;
  const middle = circuits.reduce((sum, one) => sum + value(one), 0) / circuits.length;
  let variance = 0;
  const together = new Array<number>(encoded.dimensions).fill(0);
  for (const circuit of circuits) {
    const off = (value(circuit) - middle) / circuits.length;
    variance += off * (value(circuit) - middle);
    placeIn(own, circuit).forEach((at, d) => {
      together[d] = (together[d] ?? 0) + (at - (mean[d] ?? 0)) * off;
    });
  }
  if (!(variance > 0)) throw new RangeError('This score is the same for all circuits.');
  const trace = covariance.reduce((sum, row, k) => sum + (row[k] ?? 0), 0);
  const factor = choleskyOf(plusDiagonal(covariance, (nudge * trace) / covariance.length));
  const weights = solve(factor, together);
  const explained = weights.reduce((sum, weight, d) => sum + weight * (together[d] ?? 0), 0);
  return { weights, circuits: circuits.length, covariance, r2: explained / variance };
}
