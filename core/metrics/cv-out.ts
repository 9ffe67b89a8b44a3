import { defineMetric, ratio } from './metric.ts';
import { momentsOf } from './moments.ts';

export const cvOut = defineMetric({
  id: 'cv_out',
  name: 'CV of out-degree',
  family: 'Degrees',
  range: [0, null],
  unit: 'ratio',
  formula: 'sd(k_out) / mean(k_out)',
  about: 'How unequal neurons are in the number of connections they make.',
  source: 'Vegué, Perin & Roxin 2017, J. Neurosci. 37, 8498',
  compute: ({ census: { outDegree } }) => {
    const { mean, sd } = momentsOf(outDegree);
    return ratio(sd, mean, 'no connections');
  },
});
