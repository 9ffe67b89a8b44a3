import { defineMetric, ratio } from './metric.ts';

const tooFew = 'fewer than two neurons';

export const largestComponent = defineMetric({
  id: 'largest_component',
  name: 'Largest strong component',
  family: 'Paths',
  unit: 'share of neurons',
  formula: 'neurons in the largest strongly connected component / N',
  about: 'The largest set of neurons each of which reaches every other along connections.',
  source: 'Tarjan 1972, SIAM J. Comput. 1, 146',
  compute: ({ paths, circuit: { n } }) => ratio(paths.largestComponent, n, 'no neurons'),
});

export const reachability = defineMetric({
  id: 'reachability',
  name: 'Reachable pairs',
  family: 'Paths',
  unit: 'share of ordered pairs',
  formula: 'ordered pairs with a directed path / (N (N - 1))',
  about: 'How many pairs are joined by any path; the mean shortest path is over these alone.',
  source: 'Wasserman & Faust 1994, Social Network Analysis',
  compute: ({ paths, circuit: { n } }) => ratio(paths.reachable, n * (n - 1), tooFew),
});

export const pathLength = defineMetric({
  id: 'path_length',
  name: 'Mean shortest path',
  family: 'Paths',
  unit: 'steps',
  range: [1, null],
  formula: 'mean of d_ij over ordered pairs with a path',
  about:
    'How many connections lie between two neurons, over the pairs that are joined at all; how many are is said by reachable pairs.',
  source: 'Watts & Strogatz 1998, Nature 393, 440',
  compute: ({ paths }) => ratio(paths.sum, paths.reachable, 'no connections'),
});

export const efficiency = defineMetric({
  id: 'efficiency',
  name: 'Global efficiency',
  family: 'Paths',
  unit: 'mean of 1 / steps',
  formula: 'mean of 1 / d_ij over all ordered pairs, 0 where there is no path',
  about: 'How near neurons are to each other along connections; pairs without a path count as 0.',
  source: 'Latora & Marchiori 2001, Phys. Rev. Lett. 87, 198701',
  compute: ({ paths, circuit: { n } }) => ratio(paths.inverseSum, n * (n - 1), tooFew),
});
