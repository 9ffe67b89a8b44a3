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
  }

  /** Takes input[from..to) and writes a state [n] for each step into `out` [(to - from) * n]. */
  run(input: Float64Array, from: number, to: number, out: Float64Array): void {
    const { n, starts, from: source } = this.#weights;
    const [scaled, inputs] = [this.#scaled, this.#inputWeights];
    let before = this.#state;
    let base = 0;
    for (let t = from; t < to; t++) {
      const u = input[t] ?? 0;
      const at = (t - from) * n;
      for (let j = 0; j < n; j++) {
        let sum = 0;
        const end = starts[j + 1] ?? 0;
        for (let edge = starts[j] ?? 0; edge < end; edge++)
          sum += (scaled[edge] ?? 0) * (before[base + (source[edge] ?? 0)] ?? 0);
        sum += (inputs[j] ?? 0) * u;
        out[at + j] = this.#tanh ? Math.tanh(sum) : sum;
      }
      before = out;
      base = at;
    }
    if (to > from) this.#state = out.slice(base, base + n);
  }
}
