import type { Corpus } from './corpus.ts';

/**
 * Connections among chosen neurons, as places in the circuit, self-connections included. The place where each
 * neuron's connections begin is found once, so that a circuit costs only the outputs of its members.
 */
export function circuitEdges({
  edges,
  fold,
}: Pick<Corpus, 'edges' | 'fold'>): (members: Int32Array) => [number, number][] {
  const starts = new Int32Array(fold.length + 1);
  for (let e = 0; e < edges.length; e += 2) {
    const pre = edges[e] ?? 0;
    starts[pre + 1] = (starts[pre + 1] ?? 0) + 1;
  }
  for (let i = 0; i < fold.length; i++) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
  return (members) => {
    const place = new Map(Array.from(members, (neuron, k) => [neuron, k]));
    const found: [number, number][] = [];
    members.forEach((neuron, from) => {
      for (let e = starts[neuron] ?? 0; e < (starts[neuron + 1] ?? 0); e++) {
        const to = place.get(edges[2 * e + 1] ?? -1);
        if (to !== undefined) found.push([from, to]);
      }
    });
    return found;
  };
}
