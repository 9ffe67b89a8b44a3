import { defineMetric, ratio } from './metric.ts';
import { momentsOf } from './moments.ts';

export const inOutCorrelation = defineMetric({
  id: 'in_out_correlation',
  name: 'In-out correlation',
  family: 'Degrees',
  range: [-1, 1],
  scale: 'diverging',
  unit: 'Pearson r',
  formula: 'r(k_in, k_out)',
  about: 'Whether neurons that receive many connections also make many.',
  source: 'Vegué, Perin & Roxin 2017, J. Neurosci. 37, 8498',
  compute: ({ census: { inDegree, outDegree, n } }) => {
    const into = momentsOf(inDegree);
    const out = momentsOf(outDegree);
    const together = inDegree.reduce(
      (sum, k, i) => sum + (k - into.mean) * ((outDegree[i] ?? 0) - out.mean),
      0,
    );
    return ratio(together / n, into.sd * out.sd, 'in-degrees or out-degrees are all equal');
  },
});
