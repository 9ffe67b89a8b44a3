import type { ModelManifest } from '../contracts/model.ts';
import { choleskyOf, solveLower } from '../directions/linear.ts';

/**
 * How far z lies from the encoded circuits, in standard deviations of the fitted prior (Mahalanobis over the root of Z,
 * so that a typical circuit has about 1).
 */
export function priorDistance({ mean, covariance }: ModelManifest['prior']) {
  const factor = choleskyOf(covariance);
  return (z: ArrayLike<number>): number => {
    const whitened = solveLower(
      factor,
      mean.map((value, d) => (z[d] ?? 0) - value),
    );
    return Math.sqrt(whitened.reduce((sum, value) => sum + value * value, 0) / mean.length);
  };
}
