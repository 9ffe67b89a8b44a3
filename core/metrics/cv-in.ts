import { defineMetric, ratio } from './metric.ts';
import { momentsOf } from './moments.ts';

export const cvIn = defineMetric({
  id: 'cv_in',
  name: 'CV of in-degree',
  family: 'Degrees',
  range: [0, null],
  unit: 'ratio',
  formula: 'sd(k_in) / mean(k_in)',
  about: 'How unequal neurons are in the number of connections they receive.',
  source: 'Vegué, Perin & Roxin 2017, J. Neurosci. 37, 8498',
  compute: ({ census: { inDegree } }) => {
    const { mean, sd } = momentsOf(inDegree);
    return ratio(sd, mean, 'no connections');
  },
});
