/** How far the numbers of a column reach, and in which rows the ends stand. What is no number is passed over. */
export class Extent {
  #low = { value: Infinity, row: 0 };
  #high = { value: -Infinity, row: 0 };

  take(value: number, row: number): void {
    if (value < this.#low.value) this.#low = { value, row };
    if (value > this.#high.value) this.#high = { value, row };
  }

  /** -Infinity before the first number. */
  get span(): number {
    return this.#high.value - this.#low.value;
  }

  /** The end that is further from zero. */
  get far(): { value: number; row: number } {
    return -this.#low.value > this.#high.value ? this.#low : this.#high;
  }
}
