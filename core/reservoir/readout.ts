/** Sums over steps from which a ridge readout is solved: states [n], targets [outputs]. */
export class ReadoutSums {
  readonly #squares: Float64Array;
  readonly #cross: Float64Array;
  readonly #states: Float64Array;
  readonly #targets: Float64Array;
  #count = 0;

  constructor(
    readonly n: number,
    readonly outputs: number,
  ) {
    this.#squares = new Float64Array(n * n);
    this.#cross = new Float64Array(outputs * n);
    this.#states = new Float64Array(n);
    this.#targets = new Float64Array(outputs);
  }

  /** Adds `count` states [count * n] with the targets at offset.. of each output. Four steps at a time: fewer passes over the sums. */
  add(states: Float64Array, count: number, targets: readonly Float64Array[], offset: number): void {
    const whole = count - (count % 4);
    for (let t = 0; t < whole; t += 4)
      this.#addFour(states, t * this.n, this.n, targets, offset + t);
    for (let t = whole; t < count; t++) this.#addOne(states, t * this.n, targets, offset + t);
    this.#count += count;
  }

  #addFour(
    x: Float64Array,
    a: number,
    n: number,
    targets: readonly Float64Array[],
    t: number,
  ): void {
    const [b, c, d] = [a + n, a + 2 * n, a + 3 * n];
    const [squares, cross, sums] = [this.#squares, this.#cross, this.#states];
    for (let i = 0; i < n; i++) {
      const [x0, x1, x2, x3] = [x[a + i] ?? 0, x[b + i] ?? 0, x[c + i] ?? 0, x[d + i] ?? 0];
      sums[i] = (sums[i] ?? 0) + x0 + x1 + x2 + x3;
      const row = i * n;
      for (let j = 0; j <= i; j++)
        squares[row + j] =
          (squares[row + j] ?? 0) +
          x0 * (x[a + j] ?? 0) +
          x1 * (x[b + j] ?? 0) +
          x2 * (x[c + j] ?? 0) +
          x3 * (x[d + j] ?? 0);
    }
    targets.forEach((target, output) => {
      const y0 = target[t] ?? 0;
      const y1 = target[t + 1] ?? 0;
      const y2 = target[t + 2] ?? 0;
      const y3 = target[t + 3] ?? 0;
      this.#targets[output] = (this.#targets[output] ?? 0) + y0 + y1 + y2 + y3;
      const row = output * n;
      for (let j = 0; j < n; j++)
        cross[row + j] =
          (cross[row + j] ?? 0) +
          y0 * (x[a + j] ?? 0) +
          y1 * (x[b + j] ?? 0) +
          y2 * (x[c + j] ?? 0) +
          y3 * (x[d + j] ?? 0);
    });
  }

  #addOne(x: Float64Array, at: number, targets: readonly Float64Array[], t: number): void {
    const n = this.n;
    for (let i = 0; i < n; i++) {
      const value = x[at + i] ?? 0;
      this.#states[i] = (this.#states[i] ?? 0) + value;
      for (let j = 0; j <= i; j++)
        this.#squares[i * n + j] = (this.#squares[i * n + j] ?? 0) + value * (x[at + j] ?? 0);
    }
    targets.forEach((target, output) => {
      const y = target[t] ?? 0;
      this.#targets[output] = (this.#targets[output] ?? 0) + y;
      for (let j = 0; j < n; j++)
        this.#cross[output * n + j] = (this.#cross[output * n + j] ?? 0) + y * (x[at + j] ?? 0);
    });
  }

  /**
   * Readouts minimising the squared error plus ridge |w|², the intercept free: weights [outputs * n], intercepts [outputs].
   * One Cholesky factor serves every output. @throws RangeError when ridge is so small that the sums are singular.
   */
  solve(ridge: number): Readout {
    const { n, outputs } = this;
    const count = this.#count;
    const mean = this.#states.map((sum) => sum / count);
    const factor = this.#squares.slice();
    for (let i = 0; i < n; i++) {
      for (let j = 0; j <= i; j++)
        factor[i * n + j] = (factor[i * n + j] ?? 0) - (this.#states[i] ?? 0) * (mean[j] ?? 0);
      factor[i * n + i] = (factor[i * n + i] ?? 0) + ridge;
    }
    cholesky(factor, n);
    const weights = new Float64Array(outputs * n);
    const intercepts = new Float64Array(outputs);
    for (let output = 0; output < outputs; output++) {
      const total = this.#targets[output] ?? 0;
      const w = weights.subarray(output * n, (output + 1) * n);
      for (let j = 0; j < n; j++)
        w[j] = (this.#cross[output * n + j] ?? 0) - total * (mean[j] ?? 0);
      solveInPlace(factor, n, w);
      let intercept = total / count;
      for (let j = 0; j < n; j++) intercept -= (w[j] ?? 0) * (mean[j] ?? 0);
      intercepts[output] = intercept;
    }
    return { n, weights, intercepts };
  }
}

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
