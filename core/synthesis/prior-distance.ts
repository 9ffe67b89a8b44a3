import type { ModelManifest } from '../contracts/model.ts';
import { solveLinear } from './linear-system.ts';

/**
 * How far z lies from the encoded circuits, in standard deviations of the fitted prior (Mahalanobis over the root of Z,
 * so that a typical circuit has about 1).
 */
export function priorDistance({ mean, covariance }: ModelManifest['prior']) {
  const dimensions = mean.length;
  const identity = new Float64Array(dimensions * dimensions);
  for (let d = 0; d < dimensions; d++) identity[d * dimensions + d] = 1;
  const inverse = solveLinear(Float64Array.from(covariance.flat()), identity, dimensions);
  return (z: ArrayLike<number>): number => {
    let sum = 0;
    for (let a = 0; a < dimensions; a++)
      for (let b = 0; b < dimensions; b++)
        sum +=
          (inverse[a * dimensions + b] ?? 0) *
          ((z[a] ?? 0) - (mean[a] ?? 0)) *
          ((z[b] ?? 0) - (mean[b] ?? 0));
    return Math.sqrt(Math.max(0, sum) / dimensions);
  };
}
