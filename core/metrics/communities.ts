import type { Circuit } from '../decoder/circuit.ts';
import { Generator, streams } from '../random.ts';

/**
 * Louvain's method for directed modularity (Blondel et al. 2008, J. Stat. Mech. P10008, with the gain of Dugué & Perez
 * 2015): neurons move to the community where modularity grows most, then communities become the neurons of the next
 * level, until nothing grows. Visited in an order shuffled by `seed`. Gains are whole numbers (multiplied by the
 * square of the number of connections), so that Python finds the very same communities. Self-edges do not count.
 * @returns the community of each neuron [N].
 */
export function communitiesOf(circuit: Circuit, seed: number): Uint16Array {
  const [community = new Uint16Array()] = communitiesFrom(circuit, [seed]);
  return community;
}

/** The same from several orders; what is tied to what among the neurons is worked out once. */
export function communitiesFrom(circuit: Circuit, seeds: readonly number[]): Uint16Array[] {
  const { n } = circuit;
  const weights = Float64Array.from(circuit.adjacency);
  for (let i = 0; i < n; i++) weights[i * (n + 1)] = 0;
  const neurons = tiesOf(weights, n);
  return seeds.map((seed) => {
    let nodes = neurons;
    const community = Uint16Array.from({ length: n }, (_, i) => i);
    for (let level = 0; ; level++) {
      const { count } = nodes;
      const order = shuffled(n, seed, level).filter((node) => node < count);
      const labels = moveUntilSettled(nodes, order);
      const used = [...new Set(labels)].sort((a, b) => a - b);
      if (used.length === count) return community;
      const rank = new Uint16Array(count);
      used.forEach((label, index) => (rank[label] = index));
      const next = labels.map((label) => rank[label] ?? 0);
      for (let neuron = 0; neuron < n; neuron++)
        community[neuron] = next[community[neuron] ?? 0] ?? 0;
      nodes = tiesOf(merged(nodes, next, used.length), used.length);
    }
  });
}

/** Sum over communities of m (connections inside) - (all out) (all in), and m squared: their ratio is Q. */
export function modularityOf({ n, adjacency }: Circuit, community: Uint16Array): number {
  const inside = new Float64Array(n);
  const out = new Float64Array(n);
  const into = new Float64Array(n);
  let m = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      if (i === j || !adjacency[i * n + j]) continue;
      const [from, to] = [community[i] ?? 0, community[j] ?? 0];
      m++;
      out[from] = (out[from] ?? 0) + 1;
      into[to] = (into[to] ?? 0) + 1;
      if (from === to) inside[from] = (inside[from] ?? 0) + 1;
    }
  const sum = inside.reduce((q, x, c) => q + m * x - (out[c] ?? 0) * (into[c] ?? 0), 0);
  return sum / (m * m);
}

const orders = new Map<string, readonly number[]>();

/** Nodes 0 to n - 1 in the order of a seed and level; kept, since thousands of circuits of one size ask for the same few. */
function shuffled(n: number, seed: number, level: number): readonly number[] {
  const key = `${n} ${seed} ${level}`;
  const known = orders.get(key);
  if (known) return known;
  const random = new Generator(seed, streams.modularity, level);
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = random.nextInt(i + 1);
    const [first = 0, second = 0] = [order[i], order[j]];
    order[i] = second;
    order[j] = first;
  }
  if (orders.size >= mostOrders) orders.clear();
  orders.set(key, order);
  return order;
}

const mostOrders = 256;

/** The nodes of a level: their weights [count * count], sums of these, and what each is tied to. */
type Nodes = {
  readonly count: number;
  readonly weights: Float64Array;
  readonly out: Float64Array;
  readonly into: Float64Array;
  /** neighbours of node i, with the weight of both directions, at starts[i]..starts[i + 1] */
  readonly starts: Uint32Array;
  readonly neighbours: Uint16Array;
  readonly ties: Float64Array;
};

function tiesOf(weights: Float64Array, count: number): Nodes {
  const out = new Float64Array(count);
  const into = new Float64Array(count);
  const starts = new Uint32Array(count + 1);
  const neighbours = new Uint16Array(count * count);
  const ties = new Float64Array(count * count);
  let found = 0;
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) {
      const [w, back] = [weights[i * count + j] ?? 0, weights[j * count + i] ?? 0];
      if (w + back === 0) continue;
      out[i] = (out[i] ?? 0) + w;
      into[i] = (into[i] ?? 0) + back;
      if (j === i) continue;
      neighbours[found] = j;
      ties[found++] = w + back;
    }
    starts[i + 1] = found;
  }
  return { count, weights, out, into, starts, neighbours, ties };
}

function moveUntilSettled(nodes: Nodes, order: readonly number[]): Uint16Array {
  const { count, out, into, starts, neighbours, ties } = nodes;
  let m = 0;
  for (let i = 0; i < count; i++) m += out[i] ?? 0;
  const labels = Uint16Array.from({ length: count }, (_, i) => i);
  const outOf = out.slice();
  const intoOf = into.slice();
  const tied = new Float64Array(count);
  for (let moved = true; moved;) {
    moved = false;
    for (const i of order) {
      const own = labels[i] ?? 0;
      const [outI, intoI] = [out[i] ?? 0, into[i] ?? 0];
      const [from, to] = [starts[i] ?? 0, starts[i + 1] ?? 0];
      outOf[own] = (outOf[own] ?? 0) - outI;
      intoOf[own] = (intoOf[own] ?? 0) - intoI;
      for (let k = from; k < to; k++) {
        const label = labels[neighbours[k] ?? 0] ?? 0;
        tied[label] = (tied[label] ?? 0) + (ties[k] ?? 0);
      }
      const stay = m * (tied[own] ?? 0) - outI * (intoOf[own] ?? 0) - intoI * (outOf[own] ?? 0);
      let [best, most] = [own, stay];
      // The first of equal ones is taken, and none that is only as good as staying.
      for (let k = from; k < to; k++) {
        const c = labels[neighbours[k] ?? 0] ?? 0;
        const gain = m * (tied[c] ?? 0) - outI * (intoOf[c] ?? 0) - intoI * (outOf[c] ?? 0);
        if (gain < most || gain === stay || (gain === most && c >= best)) continue;
        best = c;
        most = gain;
      }
      // A community that a node is not tied to gains nothing at best, so it counts only where no other gains anything.
      for (let c = 0; c < count && most <= 0 && stay < 0; c++) {
        if ((tied[c] ?? 0) > 0) continue;
        const gain = -outI * (intoOf[c] ?? 0) - intoI * (outOf[c] ?? 0);
        if (gain < most || gain === stay || (gain === most && c >= best)) continue;
        best = c;
        most = gain;
      }
      for (let k = from; k < to; k++) tied[labels[neighbours[k] ?? 0] ?? 0] = 0;
      if (best !== own) moved = true;
      labels[i] = best;
      outOf[best] = (outOf[best] ?? 0) + outI;
      intoOf[best] = (intoOf[best] ?? 0) + intoI;
    }
  }
  return labels;
}

function merged({ count, weights }: Nodes, labels: Uint16Array, groups: number): Float64Array {
  const sums = new Float64Array(groups * groups);
  for (let i = 0; i < count; i++) {
    const row = (labels[i] ?? 0) * groups;
    for (let j = 0; j < count; j++) {
      const weight = weights[i * count + j] ?? 0;
      if (weight === 0) continue;
      const into = row + (labels[j] ?? 0);
      sums[into] = (sums[into] ?? 0) + weight;
    }
  }
  return sums;
}
