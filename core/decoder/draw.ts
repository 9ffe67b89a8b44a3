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
  const { n, lo, rho } = logits;
  const adjacency = new Uint8Array(n * n);
  const { chances, silent } = pairChances(seed, n);
  const states = new Float64Array(4);
  const borderlinePairs: [number, number][] = [];
  let pair = -1;
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      pair++;
      const forward = lo[i * n + j] ?? 0;
      const backward = lo[j * n + i] ?? 0;
      const both = forward + backward + (rho[i * n + j] ?? 0);
      const limit = silent[pair] ?? 0;
      if (forward < limit && backward < limit && both < limit) continue; // surely none, without an exponential
      pairStates(logits, i, j, states);
      const chance = chances[pair] ?? 0;
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
      if (near) borderlinePairs.push([i, j]);
    }
  if (selfEdges) {
    const autapses = new RandomStream(seed, streams.autapses);
    for (let i = 0; i < n; i++) {
      const boundary = 1 - autapseProbability(logits, i);
      const chance = autapses.uniform(i);
      adjacency[i * n + i] = chance >= boundary ? 1 : 0;
      if (Math.abs(chance - boundary) < borderlineWidth) borderlinePairs.push([i, i]);
    }
  }
  return { n, adjacency, borderline: borderlinePairs.length, borderlinePairs };
}

type Chances = {
  /** Uniform of each pair [n (n - 1) / 2]. */
  chances: Float64Array;
  /** While all three logits of a pair are below this, it is without connection, and not borderline: [n (n - 1) / 2]. */
  silent: Float64Array;
};

let last = { seed: -1, n: 0, found: { chances: new Float64Array(), silent: new Float64Array() } };

/** Kept for the last seed and size: a probe that is dragged stays the same individual. */
function pairChances(seed: number, n: number): Chances {
  if (last.seed !== seed || last.n !== n) {
    const stream = new RandomStream(seed, streams.pairs);
    const chances = Float64Array.from({ length: (n * (n - 1)) / 2 }, (_, k) => stream.uniform(k));
    last = { seed, n, found: { chances, silent: chances.map(silentBelow) } };
  }
  return last.found;
}

/**
 * With every logit below m the state none has more than 1 / (1 + 3 exp m), and its boundary is the lowest. This is the m
 * at which that bound lies the borderline width, and a little for rounding, above the chance.
 */
function silentBelow(chance: number): number {
  const above = chance + 1.001 * borderlineWidth;
  return above < 1 ? Math.log((1 / above - 1) / 3) : -Infinity;
}
