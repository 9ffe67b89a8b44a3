import type { ModelManifest } from '../contracts/model.ts';
import { choleskyOf, solveLower } from '../directions/linear.ts';
import { ofOwnSize, type LatentMap } from '../latent/map-file.ts';

type Encoded = Pick<LatentMap, 'circuits' | 'layout' | 'dimensions' | 'z' | 'fold'>;

const training = 1;

/**
 * How far z lies from the mean of the fitted prior, in its standard deviations (Mahalanobis), beside the training
 * circuits of a map: their median has 1. The prior is wider than its encoded circuits, as it holds their uncertainty
 * too, so that without them no distance would be typical. In plain standard deviations over the root of Z where a map
 * has no training circuit, or all lie on the mean.
 */
export function priorDistance({ mean, covariance }: ModelManifest['prior'], map: Encoded) {
  const factor = choleskyOf(covariance);
  const far = (z: ArrayLike<number>): number => {
    const whitened = solveLower(
      factor,
      mean.map((value, d) => (z[d] ?? 0) - value),
    );
    return Math.sqrt(whitened.reduce((sum, value) => sum + value * value, 0) / mean.length);
  };
  const { circuits, dimensions, z, fold } = map;
  const known = Array.from({ length: circuits }, (_, index) => index)
    .filter((index) => fold[index] === training && ofOwnSize(map, index))
    .map((index) => far(z.subarray(index * dimensions, (index + 1) * dimensions)))
    .sort((a, b) => a - b);
  const [below = 0, above = 0] = [
    known[Math.floor((known.length - 1) / 2)],
    known[Math.floor(known.length / 2)],
  ];
  const typical = (below + above) / 2 || 1;
  return (place: ArrayLike<number>): number => far(place) / typical;
}
