import type { Circuit } from '../decoder/circuit.ts';

export const closings = ['cycle', 'middleman', 'in', 'out'] as const;
export type Closing = (typeof closings)[number];

/** Per kind: the sum of the neurons' clustering, and how many neurons it is defined for. */
export type DirectedClustering = Record<Closing, { sum: number; neurons: number }>;

/**
 * Directed triangles of every neuron by their form, over those that could be (Fagiolo 2007, Table I). Self-edges do
 * not count. A neuron at which none could be is left out of the sum.
 */
export function clusteringByNeuron({ n, adjacency }: Circuit): DirectedClustering {
  const sums = { cycle: 0, middleman: 0, in: 0, out: 0 };
  const neurons = { cycle: 0, middleman: 0, in: 0, out: 0 };
  for (let i = 0; i < n; i++) {
    const into: number[] = [];
    const out: number[] = [];
    let mutual = 0;
    for (let j = 0; j < n; j++) {
      if (j === i) continue;
      if (adjacency[j * n + i]) into.push(j);
      if (adjacency[i * n + j]) out.push(j);
      if (adjacency[j * n + i] && adjacency[i * n + j]) mutual++;
    }
    const through = into.length * out.length - mutual;
    const add = (kind: Closing, closed: number, possible: number) => {
      if (possible === 0) return;
      sums[kind] += closed / possible;
      neurons[kind]++;
    };
    add('cycle', connections(out, into), through);
    add('middleman', connections(into, out), through);
    add('in', connections(into, into), into.length * (into.length - 1));
    add('out', connections(out, out), out.length * (out.length - 1));
  }

  function connections(from: number[], to: number[]): number {
    let count = 0;
    for (const j of from) for (const k of to) if (j !== k && adjacency[j * n + k]) count++;
    return count;
  }

  return {
    cycle: { sum: sums.cycle, neurons: neurons.cycle },
    middleman: { sum: sums.middleman, neurons: neurons.middleman },
    in: { sum: sums.in, neurons: neurons.in },
    out: { sum: sums.out, neurons: neurons.out },
  };
}
