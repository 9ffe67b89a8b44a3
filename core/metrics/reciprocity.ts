import { ratio, type Metric } from './metric.ts';

export const reciprocity: Metric = {
  id: 'reciprocity',
  name: 'Reciprocity',
  unit: 'share of connections',
  formula: 'edges whose reverse exists / E',
  about: 'How often a connection is answered by one back.',
  source: 'Newman, Forrest & Balthrop 2002, Phys. Rev. E 66, 035101',
  compute: ({ reciprocated, edges }) => ratio(reciprocated, edges),
};
