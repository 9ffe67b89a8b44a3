import type { Encoded } from './encoded.ts';
import { defineDirectionKind } from './kind.ts';
import { times } from './linear.ts';
import { regress } from './regression.ts';

/**
 * cov(z) w over the standard deviation of w · z: where circuits lie whose score is one standard deviation higher.
 * @throws RangeError when the score is the same for all circuits, or z does not tell it.
 */
function scoreStep(encoded: Encoded, score: ArrayLike<number>): number[] {
  const { weights, covariance } = regress(encoded, score);
  const along = times(covariance, weights);
  const deviation = Math.sqrt(along.reduce((sum, value, d) => sum + value * (weights[d] ?? 0), 0));
  if (!(deviation > 0)) throw new RangeError('The place of a circuit does not tell this score.');
  return along.map((value) => value / deviation);
}

const source =
  'Haufe et al. 2014, NeuroImage 87:96, equation 6: the pattern behind a linear readout';

export const aligned = defineDirectionKind({
  id: 'aligned',
  name: 'Metric-aligned',
  about:
    'Where circuits with more of a metric lie. What goes with that metric in the data goes with it here.',
  formula: 'cov(z) w / sd(w · z), w by least squares of the metric on z',
  source,
  step: scoreStep,
});

export const functionAligned = defineDirectionKind({
  id: 'function',
  name: 'Function-aligned',
  about: 'Where circuits lie that compute a task better, from the scores of observed circuits.',
  formula: 'cov(z) w / sd(w · z), w by least squares of the score on z',
  source,
  step: scoreStep,
});
