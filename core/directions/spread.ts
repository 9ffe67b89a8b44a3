import { choleskyOf, plusDiagonal, solve, solveLower, times, type Rows } from './linear.ts';

/** Of the mean variance: what keeps a latent dimension that the model does not use from a distance without bound. */
const floor = 1e-6;

/**
 * How circuits are spread in latent space, from their covariance [Z][Z]. Its Cholesky factor L makes whitened coordinates
 * y, z = mean + L y, in which one unit is one standard deviation of the data whichever way it goes.
 */
export class Spread {
  readonly #covariance: Rows;
  readonly #factor: Rows;

  /** @throws RangeError when all circuits lie at one place. */
  constructor(covariance: Rows) {
    const trace = covariance.reduce((sum, row, k) => sum + (row[k] ?? 0), 0);
    this.#covariance = covariance;
    this.#factor = choleskyOf(plusDiagonal(covariance, (floor * trace) / covariance.length));
  }

  get dimensions(): number {
    return this.#covariance.length;
  }

  /** C v [Z]. */
  times(v: readonly number[]): number[] {
    return times(this.#covariance, v);
  }

  /** C⁻¹ v [Z]. */
  timesInverse(v: readonly number[]): number[] {
    return solve(this.#factor, v);
  }

  /** Standard deviation over the data of the score w · z. */
  deviationOf(w: readonly number[]): number {
    const along = this.times(w).reduce((sum, value, k) => sum + value * (w[k] ?? 0), 0);
    return Math.sqrt(Math.max(0, along));
  }

  /** Mahalanobis length sqrt(v' C⁻¹ v): how many standard deviations of the data a step of v goes. */
  lengthOf(v: readonly number[]): number {
    return Math.hypot(...solveLower(this.#factor, v));
  }

  /** L y [Z]: a whitened move as a move in latent space. */
  fromWhitened(y: readonly number[]): number[] {
    return this.#factor.map((row) => row.reduce((sum, value, k) => sum + value * (y[k] ?? 0), 0));
  }
}
