import type { Circuit } from '../decoder/circuit.ts';
import { packBits } from '../exchange/bits.ts';
import { membersOf, packedOf, sizeOf, type LatentMap } from '../latent/map-file.ts';

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

/** @param conditions the circuit of the map whose neurons are wired; self-edges are left out. */
export function noveltyOf(circuit: Circuit, map: LatentMap, conditions: number): Novelty {
  const { n } = circuit;
  const own = membersOf(map, conditions);
  const edges = edgeNumbers(packBits(circuit.adjacency), n);
  const degrees = degreeKey(edges, n);
  const place = new Int16Array(map.header.ids.length).fill(-1);
  const found: Novelty = { nearest: -1, shared: 0, identical: 0, sameDegrees: 0 };
  for (let index = 0; index < map.circuits; index++) {
    const packed = packedOf(map, index);
    const members = membersOf(map, index);
    const size = sizeOf(map, index);
    for (let row = 0; row < size; row++) place[members[row] ?? 0] = row;
    let common = 0;
    for (const edge of edges) {
      const pre = place[own[Math.floor(edge / n)] ?? 0] ?? -1;
      const post = place[own[edge % n] ?? 0] ?? -1;
      const bit = pre * size + post;
      if (pre >= 0 && post >= 0) common += ((packed[bit >> 3] ?? 0) >> (bit & 7)) & 1;
    }
    for (let row = 0; row < size; row++) place[members[row] ?? 0] = -1;
    const theirs = countEdges(packed, size);
    const either = edges.length + theirs - common;
    const shared = either > 0 ? common / either : 0;
    if (shared > found.shared) Object.assign(found, { nearest: index, shared });
    if (theirs !== edges.length || size !== n) continue;
    if (degreeKey(edgeNumbers(packed, n), n) === degrees) found.sameDegrees++;
    if (common === edges.length && members.every((neuron, row) => neuron === own[row]))
      found.identical++;
  }
  return found;
}

/** Places of the connections [n * n] in packed bits; bytes without any are passed over. */
function edgeNumbers(packed: Uint8Array, n: number): number[] {
  const edges: number[] = [];
  packed.forEach((byte, at) => {
    for (let bits = byte, k = 8 * at; bits > 0; bits >>= 1, k++)
      if (bits & 1 && Math.floor(k / n) !== k % n) edges.push(k);
  });
  return edges;
}

function countEdges(packed: Uint8Array, n: number): number {
  let count = 0;
  for (const byte of packed) count += bitsOf[byte] ?? 0;
  for (let k = 0; k < n * n; k += n + 1) count -= ((packed[k >> 3] ?? 0) >> (k & 7)) & 1;
  return count;
}

/** How many bits a byte has. */
const bitsOf = Uint8Array.from(
  { length: 256 },
  (_, byte) => byte.toString(2).replaceAll('0', '').length,
);

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
