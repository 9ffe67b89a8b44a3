import { metricIds } from '../contracts/model.ts';
import { beyond, wishesOf, type SynthesisRequest, type Wish } from './request.ts';

/** A request as something to come near to: errors are in shares of each metric's range over the data. */
export class Target {
  /** places of the asked metrics in metricIds */
  readonly columns: readonly number[];
  readonly #wishes: readonly Wish[];
  readonly #scales: readonly number[];

  /** @param scales of the eight metrics, each above 0 */
  constructor(request: SynthesisRequest, scales: ArrayLike<number>) {
    const wishes = wishesOf(request);
    this.columns = wishes.map(({ metric }) => metricIds.indexOf(metric));
    this.#wishes = wishes.map(({ wish }) => wish);
    this.#scales = this.columns.map((column) => scales[column] ?? 1);
  }

  /** Error of each asked metric; one that is not defined is a whole range away. */
  errors(metrics: ArrayLike<number>): number[] {
    return this.columns.map((_, k) => this.#error(metrics, k));
  }

  /** Sum of squared errors. */
  square(metrics: ArrayLike<number>): number {
    let sum = 0;
    for (let k = 0; k < this.columns.length; k++) sum += this.#error(metrics, k) ** 2;
    return sum;
  }

  worst(metrics: ArrayLike<number>): number {
    let worst = 0;
    for (let k = 0; k < this.columns.length; k++) worst = Math.max(worst, this.#error(metrics, k));
    return worst;
  }

  #error(metrics: ArrayLike<number>, k: number): number {
    const wish = this.#wishes[k];
    const value = metrics[this.columns[k] ?? 0] ?? Number.NaN;
    if (!wish || Number.isNaN(value)) return 1;
    return beyond(wish, value) / (this.#scales[k] ?? 1);
  }
}
