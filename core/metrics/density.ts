import { defineMetric, ratio } from './metric.ts';

export const density = defineMetric({
  id: 'density',
  name: 'Density',
  family: 'Connections',
  unit: 'share of ordered pairs',
  formula: 'E / (N (N - 1))',
  about: 'How many of the possible connections exist.',
  source: 'Wasserman & Faust 1994, Social Network Analysis',
  compute: ({ census: { edges, n } }) => ratio(edges, n * (n - 1), 'fewer than two neurons'),
});
