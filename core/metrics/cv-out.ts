import { ratio, type Metric } from './metric.ts';
import { momentsOf } from './moments.ts';

export const cvOut: Metric = {
  id: 'cv_out',
  name: 'CV of out-degree',
  unit: 'ratio',
  formula: 'sd(k_out) / mean(k_out)',
  about: 'How unequal neurons are in the number of connections they make.',
  source: 'Vegué, Perin & Roxin 2017, J. Neurosci. 37, 8498',
  compute: ({ outDegree }) => {
    const { mean, sd } = momentsOf(outDegree);
    return ratio(sd, mean);
  },
};
