import { ratio, type Metric } from './metric.ts';

export const density: Metric = {
  id: 'density',
  name: 'Density',
  unit: 'share of ordered pairs',
  formula: 'E / (N (N - 1))',
  about: 'How many of the possible connections exist.',
  source: 'Wasserman & Faust 1994, Social Network Analysis',
  compute: ({ edges, n }) => ratio(edges, n * (n - 1)),
};
