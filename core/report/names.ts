import type { GeneratorId, StatisticId } from '../contracts/report.ts';

type Named = { name: string; about: string };

/** What is compared, as people read it. */
export const statistics: Readonly<Record<StatisticId, Named & { unit: string }>> = {
  in_degree: { name: 'In-degree', unit: 'connections', about: 'of each neuron' },
  out_degree: { name: 'Out-degree', unit: 'connections', about: 'of each neuron' },
  clustering: {
    name: 'Clustering',
    unit: 'share of pairs',
    about: 'of each neuron, undirected; 0 with fewer than two neighbours',
  },
  laplacian: {
    name: 'Laplacian spectrum',
    unit: 'eigenvalue',
    about: 'eigenvalues of the normalised Laplacian of the undirected circuit',
  },
  triads: {
    name: 'Directed triads',
    unit: 'kind',
    about: 'shares of the thirteen connected triads among themselves',
  },
  connection_length: {
    name: 'Connection length',
    unit: 'µm',
    about: 'between the somata of connected neurons',
  },
};

/** Who made the circuits. `told`: it was given something of the very test circuits' wiring. */
export const generators: Readonly<Record<GeneratorId, Named & { told: boolean }>> = {
  model: {
    name: 'This model',
    about: 'z from the prior fitted to encoded training circuits, neurons of test circuits',
    told: false,
  },
  conditions_only: {
    name: 'Conditions only',
    about: 'the same decoder without z and u, neurons of test circuits',
    told: false,
  },
  distance_type: {
    name: 'Distance × type',
    about: 'logistic, fitted to training circuits, neurons of test circuits',
    told: false,
  },
  erdos_renyi_train: {
    name: 'Erdős–Rényi of training',
    about: 'as many connections as each training circuit has',
    told: false,
  },
  degree_train: {
    name: 'Rewired training',
    about: 'training circuits rewired, in- and out-degrees kept: its degrees are at 1 by making',
    told: false,
  },
  erdos_renyi_test: {
    name: 'Erdős–Rényi of test',
    about: 'as many connections as each test circuit has',
    told: true,
  },
  degree_test: {
    name: 'Rewired test',
    about: 'test circuits rewired, in- and out-degrees kept: its degrees are at 0 by making',
    told: true,
  },
  validation: {
    name: 'Validation circuits',
    about: 'observed, of a third piece of tissue',
    told: true,
  },
};
