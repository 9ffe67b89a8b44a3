import { defineMetric, ratio } from './metric.ts';

export const reciprocity = defineMetric({
  id: 'reciprocity',
  name: 'Reciprocity',
  family: 'Connections',
  unit: 'share of connections',
  formula: 'edges whose reverse exists / E',
  about: 'How often a connection is answered by one back.',
  source: 'Newman, Forrest & Balthrop 2002, Phys. Rev. E 66, 035101',
  compute: ({ census: { reciprocated, edges } }) => ratio(reciprocated, edges, 'no connections'),
});
