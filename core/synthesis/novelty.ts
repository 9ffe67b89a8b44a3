import type { Circuit } from '../decoder/circuit.ts';
import { membersOf, type LatentMap } from '../latent/map-file.ts';

/** How a circuit stands among those of a map. */
export type Novelty = {
  /** the circuit of the map that has most connections in common with it, by the neurons' names; -1: none has any */
  nearest: number;
  /** connections in common over connections of either (Jaccard) */
  shared: number;
  /** circuits of the map with the same neurons and the same connections */
  identical: number;
  /** circuits of the map whose neurons have the same pairs of in- and out-degree: only they could be the same wiring under other names */
  sameDegrees: number;
};

type Corpus = Pick<LatentMap, 'circuits' | 'size' | 'members' | 'packed' | 'header'>;

/** @param conditions the circuit of the map whose neurons are wired; self-edges are left out. */
export function noveltyOf(circuit: Circuit, map: Corpus & LatentMap, conditions: number): Novelty {
  const { n, adjacency } = circuit;
  const bytes = Math.ceil((n * n) / 8);
  const own = membersOf(map, conditions);
  const edges = edgeNumbers((k) => adjacency[k] ?? 0, n);
  const degrees = degreeKey(edges, n);
  const place = new Int16Array(map.header.ids.length).fill(-1);
  const found: Novelty = { nearest: -1, shared: 0, identical: 0, sameDegrees: 0 };
  for (let index = 0; index < map.circuits; index++) {
    const packed = map.packed.subarray(index * bytes, (index + 1) * bytes);
    const bit = (k: number) => ((packed[k >> 3] ?? 0) >> (k & 7)) & 1;
    const members = membersOf(map, index);
    members.forEach((neuron, row) => (place[neuron] = row));
    let common = 0;
    for (const edge of edges) {
      const pre = place[own[Math.floor(edge / n)] ?? 0] ?? -1;
      const post = place[own[edge % n] ?? 0] ?? -1;
      if (pre >= 0 && post >= 0) common += bit(pre * n + post);
    }
    members.forEach((neuron) => (place[neuron] = -1));
    const theirs = edgeNumbers(bit, n);
    const either = edges.length + theirs.length - common;
    const shared = either > 0 ? common / either : 0;
    if (shared > found.shared) Object.assign(found, { nearest: index, shared });
    if (theirs.length !== edges.length) continue;
    if (degreeKey(theirs, n) === degrees) found.sameDegrees++;
    if (common === edges.length && members.every((neuron, row) => neuron === own[row]))
      found.identical++;
  }
  return found;
}

function edgeNumbers(bit: (k: number) => number, n: number): number[] {
  const edges: number[] = [];
  for (let i = 0, k = 0; i < n; i++)
    for (let j = 0; j < n; j++, k++) if (i !== j && bit(k)) edges.push(k);
  return edges;
}

/** The same for circuits whose neurons have the same in- and out-degrees, in whatever order. */
function degreeKey(edges: readonly number[], n: number): string {
  const degrees = new Uint32Array(n);
  for (const edge of edges) {
    const [pre, post] = [Math.floor(edge / n), edge % n];
    degrees[pre] = (degrees[pre] ?? 0) + 1024;
    degrees[post] = (degrees[post] ?? 0) + 1;
  }
  return degrees.sort().join();
}
