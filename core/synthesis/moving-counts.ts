import type { Circuit } from '../decoder/circuit.ts';
import type { MetricCounts } from './counted-metrics.ts';

/** States of an unordered pair i < j in the order of the decoder: bit 0 is i -> j, bit 1 is j -> i. */
export type PairState = number;

/**
 * A circuit whose counts follow each change of a connection, instead of being counted anew: one change costs three
 * intersections of neighbourhoods, n / 32 operations each. All counts are whole numbers, so nothing drifts.
 */
export class MovingCounts implements MetricCounts {
  readonly n: number;
  /** 0/1 [n * n], row = presynaptic; self-edges stay as they came and count for nothing */
  readonly adjacency: Uint8Array<ArrayBuffer>;
  edges = 0;
  reciprocated = 0;
  corners = 0;
  wedges = 0;
  feedForward = 0;
  cyclic = 0;
  outSquares = 0;
  inSquares = 0;
  inOut = 0;
  readonly #width: number;
  readonly #out: Uint32Array;
  readonly #into: Uint32Array;
  readonly #either: Uint32Array;
  readonly #outDegree: Int32Array;
  readonly #inDegree: Int32Array;
  readonly #neighbours: Int32Array;

  constructor({ n, adjacency }: Circuit) {
    this.n = n;
    this.adjacency = new Uint8Array(n * n);
    this.#width = Math.ceil(n / 32);
    this.#out = new Uint32Array(n * this.#width);
    this.#into = new Uint32Array(n * this.#width);
    this.#either = new Uint32Array(n * this.#width);
    this.#outDegree = new Int32Array(n);
    this.#inDegree = new Int32Array(n);
    this.#neighbours = new Int32Array(n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        if (adjacency[i * n + j])
          if (i === j) this.adjacency[i * n + i] = 1;
          else this.toggle(i, j);
  }

  get paths(): number {
    return this.inOut - this.reciprocated;
  }

  get edgesSquared(): number {
    return this.edges ** 2;
  }

  stateOf(i: number, j: number): PairState {
    const { n, adjacency } = this;
    return (adjacency[i * n + j] ?? 0) | ((adjacency[j * n + i] ?? 0) << 1);
  }

  /** Connects the pair i < j as `state` says. */
  setPair(i: number, j: number, state: PairState): void {
    const change = this.stateOf(i, j) ^ state;
    if (change & 1) this.toggle(i, j);
    if (change & 2) this.toggle(j, i);
  }

  /** Adds the connection i -> j where there is none, else takes it away; i and j differ. */
  toggle(i: number, j: number): void {
    const { n, adjacency } = this;
    const [out, into, either] = [this.#out, this.#into, this.#either];
    const sign = adjacency[i * n + j] ? -1 : 1;
    adjacency[i * n + j] = sign > 0 ? 1 : 0;
    const answered = adjacency[j * n + i] === 1;

    // The connection as first step, second step and shortcut of i -> j -> k, and as any step of a loop of three.
    const closed =
      this.#shared(out, i, out, j) + this.#shared(into, i, into, j) + this.#shared(out, i, into, j);
    this.feedForward += sign * closed;
    this.cyclic += 3 * sign * this.#shared(out, j, into, i);

    const [out0, in0] = [this.#outDegree[i] ?? 0, this.#inDegree[j] ?? 0];
    this.#outDegree[i] = out0 + sign;
    this.#inDegree[j] = in0 + sign;
    this.outSquares += 2 * sign * out0 + 1;
    this.inSquares += 2 * sign * in0 + 1;
    this.inOut += sign * ((this.#inDegree[i] ?? 0) + (this.#outDegree[j] ?? 0));
    this.edges += sign;
    if (answered) this.reciprocated += 2 * sign;
    else {
      this.corners += 6 * sign * this.#shared(either, i, either, j);
      for (const neuron of [i, j]) {
        const before = this.#neighbours[neuron] ?? 0;
        this.wedges += sign > 0 ? 2 * before : -2 * (before - 1);
        this.#neighbours[neuron] = before + sign;
      }
      this.#flip(either, i, j);
      this.#flip(either, j, i);
    }
    this.#flip(out, i, j);
    this.#flip(into, j, i);
  }

  #flip(bits: Uint32Array, row: number, column: number): void {
    const word = row * this.#width + (column >>> 5);
    bits[word] = (bits[word] ?? 0) ^ (1 << (column & 31));
  }

  /** How many neurons two rows have in common. */
  #shared(a: Uint32Array, rowA: number, b: Uint32Array, rowB: number): number {
    const width = this.#width;
    let count = 0;
    for (let word = 0; word < width; word++) {
      let bits = (a[rowA * width + word] ?? 0) & (b[rowB * width + word] ?? 0);
      bits -= (bits >>> 1) & 0x55555555;
      bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
      count += Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
    }
    return count;
  }
}
