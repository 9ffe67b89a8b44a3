import { RandomStream, streams } from '../random.ts';
import type { DrawnCircuit } from './circuit.ts';
import { autapseProbability, pairStates, type PairLogits } from './pair-probabilities.ts';

/** Backends differ in the last digits of lo and rho, so a draw this near a boundary may fall either way. */
export const borderlineWidth = 1e-4;

/**
 * One individual: the state of each pair i < j is the first whose cumulative probability exceeds the pair's uniform, a
 * self-edge (state order: none, self-edge) likewise. The twin of `draw` in gpu-worker/latentome_worker/draw.py.
 */
export function drawCircuit(logits: PairLogits, seed: number, selfEdges: boolean): DrawnCircuit {
  const { n } = logits;
  const adjacency = new Uint8Array(n * n);
  const chances = pairChances(seed, n);
  const states = new Float64Array(4);
  let borderline = 0;
  let pair = 0;
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      pairStates(logits, i, j, states);
      const chance = chances[pair++] ?? 0;
      let state = 0;
      let boundary = 0;
      let near = false;
      for (let k = 0; k < 3; k++) {
        boundary += states[k] ?? 0;
        if (chance >= boundary) state = k + 1;
        if (Math.abs(chance - boundary) < borderlineWidth) near = true;
      }
      adjacency[i * n + j] = state & 1;
      adjacency[j * n + i] = state >> 1;
      if (near) borderline++;
    }
  if (selfEdges) {
    const autapses = new RandomStream(seed, streams.autapses);
    for (let i = 0; i < n; i++) {
      const boundary = 1 - autapseProbability(logits, i);
      const chance = autapses.uniform(i);
      adjacency[i * n + i] = chance >= boundary ? 1 : 0;
      if (Math.abs(chance - boundary) < borderlineWidth) borderline++;
    }
  }
  return { n, adjacency, borderline };
}

let last = { seed: -1, n: 0, chances: new Float64Array(0) };

/** The uniforms of all pairs [n (n - 1) / 2]. The last are kept: a probe that is dragged stays the same individual. */
function pairChances(seed: number, n: number): Float64Array {
  if (last.seed !== seed || last.n !== n) {
    const stream = new RandomStream(seed, streams.pairs);
    const chances = Float64Array.from({ length: (n * (n - 1)) / 2 }, (_, k) => stream.uniform(k));
    last = { seed, n, chances };
  }
  return last.chances;
}
