import type { LatentMap } from './map-file.ts';

/** The encoded circuit nearest to z in latent space (Euclidean) and how far it is; the lower index wins a tie. */
export function nearestCircuit(
  { z: places, circuits, dimensions }: Pick<LatentMap, 'z' | 'circuits' | 'dimensions'>,
  z: ArrayLike<number>,
): { index: number; distance: number } {
  let index = -1;
  let best = Infinity;
  for (let circuit = 0; circuit < circuits; circuit++) {
    const from = circuit * dimensions;
    let sum = 0;
    for (let d = 0; d < dimensions && sum < best; d++)
      sum += ((places[from + d] ?? 0) - (z[d] ?? 0)) ** 2;
    if (sum < best) [index, best] = [circuit, sum];
  }
  return { index, distance: Math.sqrt(best) };
}
