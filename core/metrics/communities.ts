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
  const { n } = circuit;
  let weights = Float64Array.from(circuit.adjacency, (x, k) => (k % (n + 1) === 0 ? 0 : x));
  let count = n;
  const community = Uint16Array.from({ length: n }, (_, i) => i);
  for (let level = 0; ; level++) {
    const order = shuffled(n, seed, level).filter((node) => node < count);
    const labels = moveUntilSettled(weights, count, order);
    const used = [...new Set(labels)].sort((a, b) => a - b);
    if (used.length === count) return community;
    const rank = new Map(used.map((label, index) => [label, index]));
    const next = labels.map((label) => rank.get(label) ?? 0);
    community.forEach((node, neuron) => (community[neuron] = next[node] ?? 0));
    weights = merged(weights, count, next, used.length);
    count = used.length;
  }
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

/** What a node is tied to: neighbours of node i and the weight of both directions at starts[i]..starts[i + 1]. */
function tiesOf(weights: Float64Array, count: number) {
  const starts = new Uint32Array(count + 1);
  const neighbours: number[] = [];
  const ties: number[] = [];
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) {
      const tie = (weights[i * count + j] ?? 0) + (weights[j * count + i] ?? 0);
      if (j === i || tie === 0) continue;
      neighbours.push(j);
      ties.push(tie);
    }
    starts[i + 1] = neighbours.length;
  }
  return { starts, neighbours, ties };
}

function moveUntilSettled(
  weights: Float64Array,
  count: number,
  order: readonly number[],
): Uint16Array {
  const out = new Float64Array(count);
  const into = new Float64Array(count);
  for (let i = 0; i < count; i++)
    for (let j = 0; j < count; j++) {
      const w = weights[i * count + j] ?? 0;
      out[i] = (out[i] ?? 0) + w;
      into[j] = (into[j] ?? 0) + w;
    }
  const { starts, neighbours, ties } = tiesOf(weights, count);
  const m = out.reduce((sum, w) => sum + w, 0);
  const labels = Uint16Array.from({ length: count }, (_, i) => i);
  const outOf = out.slice();
  const intoOf = into.slice();
  const tied = new Float64Array(count);
  for (let moved = true; moved;) {
    moved = false;
    for (const i of order) {
      const own = labels[i] ?? 0;
      const [outI, intoI] = [out[i] ?? 0, into[i] ?? 0];
      outOf[own] = (outOf[own] ?? 0) - outI;
      intoOf[own] = (intoOf[own] ?? 0) - intoI;
      tied.fill(0);
      for (let k = starts[i] ?? 0; k < (starts[i + 1] ?? 0); k++) {
        const label = labels[neighbours[k] ?? 0] ?? 0;
        tied[label] = (tied[label] ?? 0) + (ties[k] ?? 0);
      }
      const gain = (c: number) =>
        m * (tied[c] ?? 0) - outI * (intoOf[c] ?? 0) - intoI * (outOf[c] ?? 0);
      let [best, most] = [own, gain(own)];
      // The first of equal ones is taken, and none that is only as good as staying.
      for (let c = 0; c < count; c++) {
        const grown = gain(c);
        if (grown <= most) continue;
        best = c;
        most = grown;
      }
      if (best !== own) moved = true;
      labels[i] = best;
      outOf[best] = (outOf[best] ?? 0) + outI;
      intoOf[best] = (intoOf[best] ?? 0) + intoI;
    }
  }
  return labels;
}

function merged(weights: Float64Array, count: number, labels: Uint16Array, groups: number) {
  const sums = new Float64Array(groups * groups);
  for (let i = 0; i < count; i++)
    for (let j = 0; j < count; j++) {
      const into = (labels[i] ?? 0) * groups + (labels[j] ?? 0);
      sums[into] = (sums[into] ?? 0) + (weights[i * count + j] ?? 0);
    }
  return sums;
}
