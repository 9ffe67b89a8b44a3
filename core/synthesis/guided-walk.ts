import type { Circuit } from '../decoder/circuit.ts';
import type { Generator } from '../random.ts';
import { metricsOfCounts } from './counted-metrics.ts';
import { MovingCounts } from './moving-counts.ts';
import type { Proposals } from './proposals.ts';
import type { Target } from './target.ts';

export type WalkPlan = {
  readonly steps: number;
  /** temperatures of the summed squared error at the first and the last step; they fall geometrically */
  readonly from: number;
  readonly to: number;
  /** the walk ends when no error is above this share of the data's range */
  readonly enough: number;
};

export type Walked = {
  /** the nearest to the target that was met */
  circuit: Circuit;
  metrics: Float64Array;
  /** greatest error, in shares of the data's range */
  worst: number;
  steps: number;
};

type Met = { adjacency: Uint8Array<ArrayBuffer>; worst: number };

/**
 * Refines a circuit towards a target. Each step takes a pair and another state of it from the proposals and accepts by
 * the change of the error at a falling temperature T: the chain whose law is p(circuit) exp(-error / T), p the
 * proposals' own, so what comes out is as typical of them as the target lets it be. The state held is never proposed
 * (Liu 1996, Biometrika 83, 681), which the acceptance makes up for: sparse circuits would else mostly stand still.
 */
export function guidedWalk(
  start: Circuit,
  proposals: Proposals,
  target: Target,
  random: Generator,
  plan: WalkPlan,
): Walked {
  const counts = new MovingCounts(start);
  const metrics = metricsOfCounts(counts);
  let error = target.square(metrics);
  let best: Met = { adjacency: counts.adjacency.slice(), worst: target.worst(metrics) };
  const cooling = (plan.to / plan.from) ** (1 / Math.max(1, plan.steps - 1));
  let temperature = plan.from;
  let step = 0;
  for (; step < plan.steps && best.worst > plan.enough; step++, temperature *= cooling) {
    const pair = proposals.pairs.at(random.nextUniform());
    const i = proposals.first[pair] ?? 0;
    const j = proposals.second[pair] ?? 0;
    const held = counts.stateOf(i, j);
    const stays = 1 - (proposals.states[4 * pair + held] ?? 0);
    const state = otherState(proposals.states, 4 * pair, held, random.nextUniform() * stays);
    const leaves = 1 - (proposals.states[4 * pair + state] ?? 0);
    counts.setPair(i, j, state);
    metricsOfCounts(counts, metrics);
    const next = target.square(metrics);
    const chance = (stays / leaves) * Math.exp((error - next) / temperature);
    if (chance < 1 && random.nextUniform() >= chance) {
      counts.setPair(i, j, held);
      continue;
    }
    error = next;
    const worst = target.worst(metrics);
    if (worst < best.worst) best = { adjacency: counts.adjacency.slice(), worst };
  }
  const found = { n: counts.n, adjacency: best.adjacency };
  return {
    circuit: found,
    metrics: metricsOfCounts(new MovingCounts(found)),
    worst: best.worst,
    steps: step,
  };
}

/** The state other than `held` at `chance` of the probability that the others have together. */
function otherState(states: Float64Array, from: number, held: number, chance: number): number {
  let sum = 0;
  let last = held === 3 ? 2 : 3;
  for (let state = 0; state < 4; state++) {
    if (state === held) continue;
    const probability = states[from + state] ?? 0;
    sum += probability;
    if (chance < sum) return state;
    if (probability > 0) last = state;
  }
  return last;
}
