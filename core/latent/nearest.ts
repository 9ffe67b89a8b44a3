import { ofOwnSize, type LatentMap } from './map-file.ts';

/** The encoded circuit of the model's own size that is nearest to z in latent space (Euclidean), and how far it is; the lower index wins a tie. */
export function nearestCircuit(
  map: Pick<LatentMap, 'z' | 'circuits' | 'dimensions' | 'layout'>,
  z: ArrayLike<number>,
): { index: number; distance: number } {
  const { z: places, circuits, dimensions } = map;
  let index = -1;
  let best = Infinity;
  for (let circuit = 0; circuit < circuits; circuit++) {
    if (!ofOwnSize(map, circuit)) continue;
    const from = circuit * dimensions;
    let sum = 0;
    for (let d = 0; d < dimensions && sum < best; d++)
      sum += ((places[from + d] ?? 0) - (z[d] ?? 0)) ** 2;
    if (sum < best) [index, best] = [circuit, sum];
  }
  return { index, distance: Math.sqrt(best) };
}
