import { defineMetric, ratio } from './metric.ts';

export const clustering = defineMetric({
  id: 'clustering',
  name: 'Clustering',
  family: 'Closure',
  unit: 'share of connected triples',
  formula: '6 T / Σ k (k - 1), undirected',
  about: 'How often two neighbours of a neuron are connected with each other (transitivity).',
  source: 'Newman, Strogatz & Watts 2001, Phys. Rev. E 64, 026118',
  compute: ({ census: { triangles, neighbours } }) =>
    ratio(
      6 * triangles,
      neighbours.reduce((sum, k) => sum + k * (k - 1), 0),
      'no neuron has two neighbours',
    ),
});
