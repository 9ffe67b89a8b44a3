import { addProducts } from './products.ts';

/**
 * Sums over steps from which a ridge readout is solved. Columns stand below each other: states [n], a column of ones, and
 * targets [outputs], each `stride` apart; one kernel gives all products that are needed.
 */
export class ReadoutSums {
  readonly #products: Float64Array;
  #count = 0;

  constructor(
    readonly n: number,
    readonly outputs: number,
  ) {
    this.#products = new Float64Array(columnsOf(n, outputs) * (n + 2));
  }

  /** Adds `count` steps of the columns. */
  add(columns: Float64Array, stride: number, count: number): void {
    addProducts(columns, stride, count, this.n + 1 + this.outputs, this.n + 1, this.#products);
    this.#count += count;
  }

  /**
   * Readouts minimising the squared error plus ridge |w|², the intercept free: weights [outputs * n], intercepts [outputs].
   * One Cholesky factor serves every output. @throws RangeError when ridge is so small that the sums are singular.
   */
  solve(ridge: number): Readout {
    const { n, outputs } = this;
    const count = this.#count;
    const width = n + 2;
    const product = (row: number, column: number) => this.#products[row * width + column] ?? 0;
    const sums = Float64Array.from({ length: n }, (_, j) => product(n, j));
    const mean = sums.map((sum) => sum / count);
    const factor = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j <= i; j++)
        factor[i * n + j] = product(i, j) - (sums[i] ?? 0) * (mean[j] ?? 0);
      factor[i * n + i] = (factor[i * n + i] ?? 0) + ridge;
    }
    cholesky(factor, n);
    const weights = new Float64Array(outputs * n);
    const intercepts = new Float64Array(outputs);
    for (let output = 0; output < outputs; output++) {
      const row = n + 1 + output;
      const total = product(row, n);
      const w = weights.subarray(output * n, (output + 1) * n);
      for (let j = 0; j < n; j++) w[j] = product(row, j) - total * (mean[j] ?? 0);
      solveInPlace(factor, n, w);
      let intercept = total / count;
      for (let j = 0; j < n; j++) intercept -= (w[j] ?? 0) * (mean[j] ?? 0);
      intercepts[output] = intercept;
    }
    return { n, weights, intercepts };
  }
}

/** Columns that the kernel may touch: it takes four at a time. */
export const columnsOf = (n: number, outputs: number) => 4 * Math.ceil((n + 1 + outputs) / 4);

export type Readout = {
  readonly n: number;
  readonly weights: Float64Array;
  readonly intercepts: Float64Array;
};

/** The lower Cholesky factor in place of the lower triangle. */
function cholesky(a: Float64Array, n: number): void {
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = a[i * n + j] ?? 0;
      for (let k = 0; k < j; k++) sum -= (a[i * n + k] ?? 0) * (a[j * n + k] ?? 0);
      if (i === j && !(sum > 0)) throw new RangeError('The ridge is too small for these states.');
      a[i * n + j] = i === j ? Math.sqrt(sum) : sum / (a[j * n + j] ?? 1);
    }
}

function solveInPlace(factor: Float64Array, n: number, b: Float64Array): void {
  for (let i = 0; i < n; i++) {
    let sum = b[i] ?? 0;
    for (let k = 0; k < i; k++) sum -= (factor[i * n + k] ?? 0) * (b[k] ?? 0);
    b[i] = sum / (factor[i * n + i] ?? 1);
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = b[i] ?? 0;
    for (let k = i + 1; k < n; k++) sum -= (factor[k * n + i] ?? 0) * (b[k] ?? 0);
    b[i] = sum / (factor[i * n + i] ?? 1);
  }
}
