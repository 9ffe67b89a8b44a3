import { communitiesFrom, modularityOf } from './communities.ts';
import { defineMetric, notDefined } from './metric.ts';

const starts = 4;
const seed = 1;

export const modularity = defineMetric({
  id: 'modularity',
  name: 'Modularity',
  family: 'Modules',
  unit: 'Q',
  range: [-0.5, 1],
  formula: 'Q = sum over pairs in one community of (A_ij - k_out,i k_in,j / E) / E',
  about:
    'How far connections keep to communities, beyond what degrees alone would give. The communities are the best that Louvain’s method finds from four shuffled orders.',
  source:
    'Leicht & Newman 2008, Phys. Rev. Lett. 100, 118703; method: Blondel et al. 2008, J. Stat. Mech. P10008; Dugué & Perez 2015, hal-01231784',
  parameters: [
    { name: 'seed', value: seed, about: 'of the first order; the others follow it' },
    { name: 'starts', value: starts, about: 'orders tried, the best kept' },
  ],
  compute: ({ census, circuit }) => {
    if (census.edges === 0) return notDefined('no connections');
    const seeds = Array.from({ length: starts }, (_, k) => seed + k);
    const found = communitiesFrom(circuit, seeds);
    return Math.max(...found.map((community) => modularityOf(circuit, community)));
  },
});
