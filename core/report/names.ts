import type { SourceId } from '../contracts/function-report.ts';
import type { RivalId } from '../contracts/orders-report.ts';
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

/** What circuits to order are compared with. */
export const rivals: Readonly<Record<RivalId, Named>> = {
  nearest: { name: 'Nearest training circuit', about: 'the one whose asked metrics come nearest' },
  plain: { name: 'One plain draw', about: 'at the place that was found, nothing refined' },
  best_of_64: { name: 'Best of 64 draws', about: 'of other individuals at that place' },
  uniform: {
    name: 'Walk without a model',
    about: 'from Erdős–Rényi, every change of every pair as likely',
  },
};

/** What a score is told from. */
export const sources: Readonly<Record<SourceId, Named>> = {
  z: { name: 'z', about: 'the place of the circuit' },
  metrics: { name: 'Eight metrics', about: 'of the circuit itself' },
  both: { name: 'Both', about: 'z and the eight metrics' },
  conditions: { name: 'Conditions', about: 'mean and spread of what is known of the neurons' },
};

/** A name within a sentence: "in-out correlation", and "CV of in-degree" as it is. */
export function inSentence(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;
}
