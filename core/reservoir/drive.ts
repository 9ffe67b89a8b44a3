import { RandomStream, streams } from '../random.ts';
import type { ReservoirWeights } from './weights.ts';

/** Input weights [n], uniform in ± scaling. */
export function inputWeights(seed: number, n: number, scaling: number): Float64Array<ArrayBuffer> {
  const stream = new RandomStream(seed, streams.reservoirInput);
  return Float64Array.from({ length: n }, (_, i) => scaling * (2 * stream.uniform(i) - 1));
}

/**
 * A reservoir from rest: x(t) = f(gain W' x(t - 1) + w u(t)), f = tanh or the identity.
 * Holds one state and writes the following ones into a buffer, so that no run is ever stored whole.
 */
export class Reservoir {
  readonly #weights: ReservoirWeights;
  readonly #scaled: Float64Array;
  readonly #inputWeights: Float64Array;
  readonly #tanh: boolean;
  #state: Float64Array;
  #next: Float64Array;

  constructor(
    weights: ReservoirWeights,
    gain: number,
    inputs: Float64Array,
    units: 'tanh' | 'linear',
  ) {
    this.#weights = weights;
    this.#scaled = weights.weight.map((weight) => gain * weight);
    this.#inputWeights = inputs;
    this.#tanh = units === 'tanh';
    this.#state = new Float64Array(weights.n);
    this.#next = new Float64Array(weights.n);
  }

  /** Takes input[from..to) and writes the states after each step into `out`, neuron j at j * stride + step. */
  run(input: Float64Array, from: number, to: number, out: Float64Array, stride: number): void {
    const { n, starts, from: source } = this.#weights;
    const [scaled, inputs] = [this.#scaled, this.#inputWeights];
    for (let t = from; t < to; t++) {
      const [before, after] = [this.#state, this.#next];
      const u = input[t] ?? 0;
      for (let j = 0; j < n; j++) {
        let sum = 0;
        const end = starts[j + 1] ?? 0;
        for (let edge = starts[j] ?? 0; edge < end; edge++)
          sum += (scaled[edge] ?? 0) * (before[source[edge] ?? 0] ?? 0);
        sum += (inputs[j] ?? 0) * u;
        const state = this.#tanh ? tanh(sum) : sum;
        after[j] = state;
        out[j * stride + t - from] = state;
      }
      this.#state = after;
      this.#next = before;
    }
  }
}

/**
 * tanh to the last digit or the one before: a rational function near zero, where most states lie, and there about four
 * times as fast as the engine's own (Cody & Waite 1980; coefficients of Moshier's Cephes).
 */
export function tanh(x: number): number {
  if (x > 0.625 || x < -0.625) return Math.tanh(x);
  const s = x * x;
  const p = (-0.9643991794250523 * s - 99.28772310019185) * s - 1614.6876844170845;
  const q = ((s + 112.81167849163293) * s + 2235.4883906010045) * s + 4844.063053251255;
  return x + (x * s * p) / q;
}
