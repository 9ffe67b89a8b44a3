import type { Circuit } from '../decoder/circuit.ts';
import { eigenvalues } from './eigenvalues.ts';

/**
 * Moduli of the eigenvalues of the 0/1 adjacency matrix, greatest first [N]; null when they were not found.
 *
 * Taken component by component: a matrix ordered by its strongly connected components is block-triangular, so its
 * eigenvalues are those of the blocks, and a neuron outside any loop has 0 exactly. Taken whole, the zeros of a
 * feed-forward circuit would come out as large as the N-th root of the rounding error.
 * @param component of each neuron, as `shortestPaths` numbers them.
 */
export function moduliOf({ n, adjacency }: Circuit, component: Uint16Array): Float64Array | null {
  const members = new Map<number, number[]>();
  component.forEach((first, neuron) => members.set(first, [...(members.get(first) ?? []), neuron]));
  const moduli: number[] = [];
  for (const block of members.values()) {
    if (block.length === 1) {
      moduli.push(0);
      continue;
    }
    const matrix = new Float64Array(block.length ** 2);
    block.forEach((i, row) =>
      block.forEach((j, column) => {
        if (i !== j) matrix[row * block.length + column] = adjacency[i * n + j] ?? 0;
      }),
    );
    const found = eigenvalues(matrix, block.length);
    if (!found) return null;
    found.real.forEach((x, k) => moduli.push(Math.hypot(x, found.imaginary[k] ?? 0)));
  }
  return Float64Array.from(moduli).sort().reverse();
}
