import { readOut } from './products.ts';
import type { Readout } from './readout.ts';
import type { OutputJudgement } from './tasks/task.ts';

/** Compares readout and target step by step, holding sums only. */
export class Judge {
  readonly #sums: Float64Array;
  readonly #centre: Float64Array;
  readonly #n: number;
  readonly #weights: Float64Array;
  readonly #intercepts: Float64Array;
  #said = new Float64Array();
  #count = 0;

  /** `centre`: about the mean of each target [outputs], so that the sums lose no digits. */
  constructor({ n, weights, intercepts }: Readout, centre: Float64Array) {
    const outputs = centre.length;
    const wide = 4 * Math.ceil(outputs / 4);
    this.#n = n;
    this.#centre = centre;
    this.#sums = new Float64Array(6 * outputs);
    this.#intercepts = new Float64Array(wide);
    this.#intercepts.set(intercepts);
    this.#weights = Float64Array.from({ length: n * wide }, (_, k) =>
      k % wide < outputs ? (weights[(k % wide) * n + Math.floor(k / wide)] ?? 0) : 0,
    );
  }

  /** Takes `count` steps of states (neuron j at j * stride) with the targets at offset.. of each output. `stride` is even. */
  add(
    states: Float64Array,
    stride: number,
    count: number,
    targets: readonly Float64Array[],
    offset: number,
  ): void {
    if (this.#said.length < this.#intercepts.length * stride)
      this.#said = new Float64Array(this.#intercepts.length * stride);
    const all = this.#said;
    readOut(states, stride, count, this.#n, this.#weights, this.#intercepts, all);
    targets.forEach((target, output) => {
      const centre = this.#centre[output] ?? 0;
      let [p1, p2, y1, y2, py, right] = [0, 0, 0, 0, 0, 0];
      for (let t = 0; t < count; t++) {
        const said = all[output * stride + t] ?? 0;
        const wanted = target[offset + t] ?? 0;
        if (said * wanted > 0) right++;
        const p = said - centre;
        const y = wanted - centre;
        p1 += p;
        p2 += p * p;
        y1 += y;
        y2 += y * y;
        py += p * y;
      }
      [p1, p2, y1, y2, py, right].forEach((sum, k) => {
        this.#sums[6 * output + k] = (this.#sums[6 * output + k] ?? 0) + sum;
      });
    });
    this.#count += count;
  }

  /** One judgement for each output. */
  judgements(): OutputJudgement[] {
    const count = this.#count;
    return Array.from(this.#centre, (_, output) => {
      const sum = (k: number) => this.#sums[6 * output + k] ?? 0;
      const [p1, p2, y1, y2, py] = [sum(0), sum(1), sum(2), sum(3), sum(4)];
      const varianceSaid = p2 / count - (p1 / count) ** 2;
      const variance = y2 / count - (y1 / count) ** 2;
      const covariance = py / count - (p1 / count) * (y1 / count);
      const error = (p2 - 2 * py + y2) / count;
      return {
        // A readout that says the same whatever came has no correlation; rounding alone may leave 1e-30 of variance.
        r2:
          varianceSaid > 1e-20 && variance > 1e-20
            ? Math.min(1, covariance ** 2 / (varianceSaid * variance))
            : 0,
        nrmse: variance > 0 ? Math.sqrt(Math.max(0, error) / variance) : 1,
        accuracy: sum(5) / count,
      };
    });
  }
}
