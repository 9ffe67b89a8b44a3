import { eigenvalues } from '../metrics/eigenvalues.ts';
import { strongComponents } from './components.ts';
import type { ReservoirWeights } from './weights.ts';

/** Of the largest weight of a component; a smaller radius is rounding. */
const leastShare = 1e-3;

/**
 * The largest absolute eigenvalue of the directed, signed weights; exactly 0 where there is no cycle, or where excitation
 * and inhibition cancel on every one. (With weights of ±1 alone it is 0 or at least 1: the eigenvalues other than 0
 * multiply to a whole number.)
 *
 * Eigenvalues are those of the strongly connected components. Taking them apart matters: the eigenvalues of an acyclic
 * matrix are all 0 but so ill-conditioned that a solver on the whole matrix answers with some tenths.
 */
export function spectralRadius(weights: ReservoirWeights): number {
  const { n, starts, from, weight } = weights;
  let radius = 0;
  for (const members of strongComponents(weights)) {
    const size = members.length;
    const place = new Int32Array(n).fill(-1);
    members.forEach((member, index) => (place[member] = index));
    const block = new Float64Array(size * size);
    let largest = 0;
    members.forEach((post, column) => {
      for (let edge = starts[post] ?? 0; edge < (starts[post + 1] ?? 0); edge++) {
        const row = place[from[edge] ?? 0] ?? -1;
        if (row < 0) continue;
        block[row * size + column] = weight[edge] ?? 0;
        largest = Math.max(largest, Math.abs(weight[edge] ?? 0));
      }
    });
    if (largest === 0) continue;
    const found = eigenvalues(block, size);
    if (!found) throw new Error('The eigenvalues of this circuit were not found.');
    found.real.forEach((real, k) => {
      const modulus = Math.hypot(real, found.imaginary[k] ?? 0);
      if (modulus > leastShare * largest) radius = Math.max(radius, modulus);
    });
  }
  return radius;
}
