import { packAdjacency, unpackAdjacency } from '../exchange/bits.ts';

/** A directed graph of n neurons: adjacency [n * n] of 0/1, row = presynaptic, column = postsynaptic. */
export type Circuit = { readonly n: number; readonly adjacency: Uint8Array };

/** As it is sent, pinned and stored: bits in base64. */
export type PackedCircuit = { n: number; adjacency: string };

/** `borderline`: how many pairs (and self-edges) lie within 1e-4 of a boundary and may fall otherwise elsewhere. */
export type DrawnCircuit = {
  readonly n: number;
  readonly adjacency: Uint8Array<ArrayBuffer>;
  readonly borderline: number;
  /** Which they are: i < j, and i = j for a self-edge. */
  readonly borderlinePairs: readonly (readonly [i: number, j: number])[];
};

export function packCircuit(circuit: Circuit): PackedCircuit {
  return { n: circuit.n, adjacency: packAdjacency(circuit.adjacency) };
}

/** @throws RangeError when the text does not hold n * n bits. */
export function unpackCircuit(packed: PackedCircuit): Circuit {
  return { n: packed.n, adjacency: unpackAdjacency(packed.adjacency, packed.n) };
}

/** Directed edges [pre, post], by pre and then post; self-edges included. */
export function edgesOf({ n, adjacency }: Circuit): [pre: number, post: number][] {
  const edges: [number, number][] = [];
  for (let k = 0; k < adjacency.length; k++)
    if (adjacency[k]) edges.push([Math.floor(k / n), k % n]);
  return edges;
}

/** Unordered pairs i <= j that two circuits of the same neurons connect differently. @throws RangeError when n differs. */
export function differingPairs(one: Circuit, other: Circuit): [i: number, j: number][] {
  const { n } = one;
  if (other.n !== n)
    throw new RangeError(`Circuits of ${n} and ${other.n} neurons have no pairs in common.`);
  const differ = (k: number) => one.adjacency[k] !== other.adjacency[k];
  const pairs: [number, number][] = [];
  for (let i = 0; i < n; i++)
    for (let j = i; j < n; j++) if (differ(i * n + j) || differ(j * n + i)) pairs.push([i, j]);
  return pairs;
}

/** @throws RangeError when an edge names a neuron outside 0..n-1. */
export function circuitOf(n: number, edges: Iterable<readonly [number, number]>): Circuit {
  const adjacency = new Uint8Array(n * n);
  for (const [pre, post] of edges) {
    if (!(pre >= 0 && pre < n && post >= 0 && post < n))
      throw new RangeError(`The edge ${pre} -> ${post} leaves a circuit of ${n} neurons.`);
    adjacency[pre * n + post] = 1;
  }
  return { n, adjacency };
}
