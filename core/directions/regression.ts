import { covarianceOf, meanOf, placeIn, type Encoded } from './encoded.ts';
import { choleskyOf, plusDiagonal, solve, type Rows } from './linear.ts';

/** Of the mean variance of z: too small to be seen, it keeps dimensions that the model does not use solvable. */
const nudge = 1e-9;

export type Regression = {
  /** w [Z]: score = intercept + w · z */
  readonly weights: readonly number[];
  readonly intercept: number;
  /** The circuits that had a score, and their covariance [Z][Z]. */
  readonly circuits: number;
  readonly covariance: Rows;
  /** Share of the score's variance that w · z explains over the same circuits. */
  readonly r2: number;
};

/**
 * Least squares of a score [C] on z. Circuits whose score is not finite do not count. Scores of the same circuits of one
 * `encoded` share a covariance and its factor.
 * @throws RangeError when fewer than three have one, or the score is the same for all.
 */
export function regress(encoded: Encoded, score: ArrayLike<number>): Regression {
  const circuits = encoded.circuits.filter((circuit) => Number.isFinite(score[circuit]));
  if (circuits.length < 3) throw new RangeError('Too few circuits have this score.');
  const value = (circuit: number) => score[circuit] ?? 0;
  const middle = circuits.reduce((sum, one) => sum + value(one), 0) / circuits.length;
  const offs = circuits.map((circuit) => value(circuit) - middle);
  const variance = offs.reduce((sum, off) => sum + (off * off) / circuits.length, 0);
  if (!(variance > 0)) throw new RangeError('This score is the same for all circuits.');
  const { own, mean, covariance, factor } = groundOf(encoded, circuits);
  const together = new Array<number>(encoded.dimensions).fill(0);
  circuits.forEach((circuit, k) => {
    const off = (offs[k] ?? 0) / circuits.length;
    for (let d = 0; d < together.length; d++)
      together[d] =
        (together[d] ?? 0) + ((own.z[circuit * own.dimensions + d] ?? 0) - (mean[d] ?? 0)) * off;
  });
  const weights = solve(factor, together);
  const explained = weights.reduce((sum, weight, d) => sum + weight * (together[d] ?? 0), 0);
  const intercept = weights.reduce((sum, weight, d) => sum - weight * (mean[d] ?? 0), middle);
  return { weights, intercept, circuits: circuits.length, covariance, r2: explained / variance };
}

/** What a regression says of the score of a circuit. */
export function foretold({ weights, intercept }: Regression, encoded: Encoded, circuit: number) {
  return placeIn(encoded, circuit).reduce((sum, z, d) => sum + z * (weights[d] ?? 0), intercept);
}

/** What every score of the same circuits is fitted by. */
type Ground = {
  readonly own: Encoded;
  readonly mean: readonly number[];
  readonly covariance: Rows;
  /** of the covariance, nudged */
  readonly factor: Rows;
};

const grounds = new WeakMap<Encoded, Ground[]>();

/** The ground of these circuits of an `encoded`, made once: few sets of them come up, one for each way to lack scores. */
function groundOf(encoded: Encoded, circuits: readonly number[]): Ground {
  const known = grounds.get(encoded) ?? [];
  const found = known.find(
    ({ own }) =>
      own.circuits.length === circuits.length &&
      own.circuits.every((circuit, k) => circuit === circuits[k]),
  );
  if (found) return found;
  const own = { ...encoded, circuits };
  const covariance = covarianceOf(own);
  const trace = covariance.reduce((sum, row, k) => sum + (row[k] ?? 0), 0);
  const factor = choleskyOf(plusDiagonal(covariance, (nudge * trace) / covariance.length));
  const made = { own, mean: meanOf(own), covariance, factor };
  grounds.set(encoded, [...known, made]);
  return made;
}
