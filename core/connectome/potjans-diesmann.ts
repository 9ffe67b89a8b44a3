/**
 * The cortical microcircuit of Potjans & Diesmann, Cerebral Cortex 24:785-806, 2014, doi 10.1093/cercor/bhs358:
 * eight populations below one square millimetre and the connection probabilities of table 5. The layer
 * boundaries, µm below the pia, are assumptions of this model column and not from that paper.
 */
export const populations = [
  { name: 'L23E', layer: 'L2/3', class: 'E', neurons: 20683, depth: [81.6, 587.1] },
  { name: 'L23I', layer: 'L2/3', class: 'I', neurons: 5834, depth: [81.6, 587.1] },
  { name: 'L4E', layer: 'L4', class: 'E', neurons: 21915, depth: [587.1, 922.2] },
  { name: 'L4I', layer: 'L4', class: 'I', neurons: 5479, depth: [587.1, 922.2] },
  { name: 'L5E', layer: 'L5', class: 'E', neurons: 4850, depth: [922.2, 1170.0] },
  { name: 'L5I', layer: 'L5', class: 'I', neurons: 1065, depth: [922.2, 1170.0] },
  { name: 'L6E', layer: 'L6', class: 'E', neurons: 14395, depth: [1170.0, 1491.7] },
  { name: 'L6I', layer: 'L6', class: 'I', neurons: 2948, depth: [1170.0, 1491.7] },
] as const;

// As printed: a row is the target, a column the source, both in the order above.
const printed = [
  [0.1009, 0.1689, 0.0437, 0.0818, 0.0323, 0, 0.0076, 0],
  [0.1346, 0.1371, 0.0316, 0.0515, 0.0755, 0, 0.0042, 0],
  [0.0077, 0.0059, 0.0497, 0.135, 0.0067, 0.0003, 0.0453, 0],
  [0.0691, 0.0029, 0.0794, 0.1597, 0.0033, 0, 0.1057, 0],
  [0.1004, 0.0622, 0.0505, 0.0057, 0.0831, 0.3726, 0.0204, 0],
  [0.0548, 0.0269, 0.0257, 0.0022, 0.06, 0.3158, 0.0086, 0],
  [0.0156, 0.0066, 0.0211, 0.0166, 0.0572, 0.0197, 0.0396, 0.2252],
  [0.0364, 0.001, 0.0034, 0.0005, 0.0277, 0.008, 0.0658, 0.1443],
];

/** Probability of a connection from a neuron of population `pre` to one of `post` (indices into `populations`). */
export function connectionProbability(pre: number, post: number): number {
  return printed[post]?.[pre] ?? 0;
}
