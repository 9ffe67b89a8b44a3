import type { Circuit } from '../decoder/circuit.ts';

/** Sparse weights by postsynaptic neuron: those onto j stand at starts[j]..starts[j + 1], presynaptic ascending. */
export type ReservoirWeights = {
  readonly n: number;
  readonly starts: Int32Array;
  readonly from: Int32Array;
  readonly weight: Float64Array;
};

/**
 * The weights of a circuit: 1 a connection, or `strength` [n * n] (row = presynaptic) where given; negative from the
 * neurons marked in `inhibitory` [n]. Self-edges are kept.
 */
export function reservoirWeights(
  { n, adjacency }: Circuit,
  inhibitory: ArrayLike<number | boolean> | null = null,
  strength: ArrayLike<number> | null = null,
): ReservoirWeights {
  const starts = new Int32Array(n + 1);
  const from: number[] = [];
  const weight: number[] = [];
  for (let post = 0; post < n; post++) {
    for (let pre = 0; pre < n; pre++) {
      if (!adjacency[pre * n + post]) continue;
      from.push(pre);
      weight.push((strength?.[pre * n + post] ?? 1) * (inhibitory?.[pre] ? -1 : 1));
    }
    starts[post + 1] = from.length;
  }
  return { n, starts, from: Int32Array.from(from), weight: Float64Array.from(weight) };
}
