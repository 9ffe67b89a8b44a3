import { ratio, type Metric } from './metric.ts';
import { momentsOf } from './moments.ts';

export const inOutCorrelation: Metric = {
  id: 'in_out_correlation',
  name: 'In-out correlation',
  unit: 'Pearson r',
  formula: 'r(k_in, k_out)',
  about: 'Whether neurons that receive many connections also make many.',
  source: 'Vegué, Perin & Roxin 2017, J. Neurosci. 37, 8498',
  compute: ({ inDegree, outDegree, n }) => {
    const into = momentsOf(inDegree);
    const out = momentsOf(outDegree);
    const together = inDegree.reduce(
      (sum, k, i) => sum + (k - into.mean) * ((outDegree[i] ?? 0) - out.mean),
      0,
    );
    return ratio(together / n, into.sd * out.sd);
  },
};
