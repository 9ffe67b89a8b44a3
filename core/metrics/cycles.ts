import { defineMetric, ratio } from './metric.ts';

export const cycles = defineMetric({
  id: 'cycles',
  name: 'Cycles',
  family: 'Closure',
  unit: 'share of two-step paths',
  formula: 'paths i -> j -> k with k -> i / all paths',
  about: 'How often a two-step path is closed into a loop of three.',
  source: 'Fagiolo 2007, Phys. Rev. E 76, 026107',
  compute: ({ census: { cyclic, paths } }) => ratio(cyclic, paths, 'no paths of two steps'),
});
