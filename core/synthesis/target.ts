import { beyond, wishesOf, wishIds, type SynthesisRequest, type Wish } from './request.ts';

/** What a circuit of these eight metrics is thought to remember; NaN where nothing is known. */
export type Foretell = (metrics: ArrayLike<number>) => number;

/** A request as something to come near to: errors are in shares of each metric's range over the data. */
export class Target {
  /** places of what is asked in wishIds */
  readonly columns: readonly number[];
  readonly #wishes: readonly Wish[];
  readonly #scales: readonly number[];
  readonly #foretell: Foretell;

  /**
   * @param scales of what is asked, in the order of wishIds, each above 0
   * @param foretell asked for the ninth where only the eight metrics of a circuit are known
   */
  constructor(
    request: SynthesisRequest,
    scales: ArrayLike<number>,
    foretell: Foretell = () => Number.NaN,
  ) {
    const wishes = wishesOf(request);
    this.columns = wishes.map(({ id }) => wishIds.indexOf(id));
    this.#foretell = foretell;
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
    const value = metrics[this.columns[k] ?? 0] ?? this.#foretell(metrics);
    if (!wish || Number.isNaN(value)) return 1;
    return beyond(wish, value) / (this.#scales[k] ?? 1);
  }
}
