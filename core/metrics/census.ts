import type { Circuit } from '../decoder/circuit.ts';

/** What the metrics count, made once for all of them. Self-edges are left out throughout. */
export type Census = {
  n: number;
  /** directed edges */
  edges: number;
  /** directed edges whose reverse exists, so twice the reciprocal pairs */
  reciprocated: number;
  /** per neuron */
  outDegree: Uint16Array;
  inDegree: Uint16Array;
  /** neighbours of either direction, per neuron */
  neighbours: Uint16Array;
  /** triangles of the undirected graph */
  triangles: number;
  /** i -> j -> k with i, j, k distinct */
  paths: number;
  /** paths closed by i -> k */
  feedForward: number;
  /** paths closed by k -> i */
  cyclic: number;
};

/** Rows as sets of bits: an intersection of two neighbourhoods is n / 32 operations. */
export function takeCensus({ n, adjacency }: Circuit): Census {
  const width = Math.ceil(n / 32);
  const out = new Uint32Array(n * width);
  const into = new Uint32Array(n * width);
  const outDegree = new Uint16Array(n);
  const inDegree = new Uint16Array(n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++)
      if (i !== j && adjacency[i * n + j]) {
        setBit(out, i * width, j);
        setBit(into, j * width, i);
        outDegree[i] = (outDegree[i] ?? 0) + 1;
        inDegree[j] = (inDegree[j] ?? 0) + 1;
      }
  const either = out.map((bits, k) => bits | (into[k] ?? 0));

  const neighbours = new Uint16Array(n);
  let [edges, reciprocated, paths, feedForward, cyclic, corners] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    const row = i * width;
    neighbours[i] = shared(either, row, either, row, width);
    edges += outDegree[i] ?? 0;
    const both = shared(out, row, into, row, width);
    reciprocated += both;
    paths += (inDegree[i] ?? 0) * (outDegree[i] ?? 0) - both;
    for (let k = 0; k < n; k++) {
      if (i === k) continue;
      const other = k * width;
      if (adjacency[i * n + k]) feedForward += shared(out, row, into, other, width);
      if (adjacency[k * n + i]) cyclic += shared(out, row, into, other, width);
      if (k > i && (adjacency[i * n + k] || adjacency[k * n + i]))
        corners += shared(either, row, either, other, width);
    }
  }
  return {
    n,
    edges,
    reciprocated,
    outDegree,
    inDegree,
    neighbours,
    triangles: corners / 3,
    paths,
    feedForward,
    cyclic,
  };
}

function setBit(bits: Uint32Array, from: number, index: number): void {
  const word = from + (index >>> 5);
  bits[word] = (bits[word] ?? 0) | (1 << (index & 31));
}

/** How many members two sets have in common. */
function shared(a: Uint32Array, fromA: number, b: Uint32Array, fromB: number, width: number) {
  let count = 0;
  for (let word = 0; word < width; word++) {
    let bits = (a[fromA + word] ?? 0) & (b[fromB + word] ?? 0);
    bits -= (bits >>> 1) & 0x55555555;
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    count += Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}
