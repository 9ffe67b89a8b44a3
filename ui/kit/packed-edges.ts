import { unpackAdjacency } from '~/core/exchange/bits.ts';

/**
 * Edges (presynaptic, postsynaptic) of a bit-packed adjacency of n neurons, row by row.
 * @throws RangeError when the bits are not those of n neurons.
 */
export function packedEdges(n: number, adjacency: string): [number, number][] {
  const cells = unpackAdjacency(adjacency, n);
  const edges: [number, number][] = [];
  cells.forEach((cell, k) => {
    if (cell) edges.push([Math.floor(k / n), k % n]);
  });
  return edges;
}
