/** Draws an index in proportion to its weight in constant time (Walker 1977; Vose 1991, IEEE Trans. Softw. Eng. 17, 972). */
export class AliasTable {
  readonly #keep: Float64Array;
  readonly #other: Uint32Array;

  /** @param weights at least one above 0, none below */
  constructor(weights: Float64Array) {
    const size = weights.length;
    const sum = weights.reduce((all, weight) => all + weight, 0);
    this.#keep = weights.map((weight) => (weight * size) / sum);
    this.#other = Uint32Array.from({ length: size }, (_, index) => index);
    const small: number[] = [];
    const large: number[] = [];
    this.#keep.forEach((share, index) => (share < 1 ? small : large).push(index));
    for (let less = small.pop(); less !== undefined; less = small.pop()) {
      const more = large.at(-1);
      if (more === undefined) {
        this.#keep[less] = 1; // what rounding has left over
        continue;
      }
      this.#other[less] = more;
      const rest = (this.#keep[more] ?? 0) + (this.#keep[less] ?? 0) - 1;
      this.#keep[more] = rest;
      if (rest < 1) small.push(large.pop() ?? more);
    }
    for (const index of large) this.#keep[index] = 1;
  }

  /** @param uniform in [0, 1): its place chooses the column, the rest whether the column or its other. */
  at(uniform: number): number {
    const place = uniform * this.#keep.length;
    const column = Math.floor(place);
    return place - column < (this.#keep[column] ?? 1) ? column : (this.#other[column] ?? 0);
  }
}
