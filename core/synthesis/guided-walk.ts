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

/**
 * Refines a circuit towards a target by falling temperature, and keeps the nearest that it meets.
 */
export function guidedWalk(
  start: Circuit,
  proposals: Proposals,
  target: Target,
  random: Generator,
  plan: WalkPlan,
): Walked {
  const walk = new Walk(start, proposals, target, random);
  let best = { adjacency: walk.counts.adjacency.slice(), worst: walk.worst };
  const cooling = (plan.to / plan.from) ** (1 / Math.max(1, plan.steps - 1));
  let temperature = plan.from;
  let step = 0;
  for (; step < plan.steps && best.worst > plan.enough; step++, temperature *= cooling)
    if (walk.step(temperature) && walk.worst < best.worst)
      best = { adjacency: walk.counts.adjacency.slice(), worst: walk.worst };
  const circuit = { n: start.n, adjacency: best.adjacency };
  const metrics = metricsOfCounts(new MovingCounts(circuit));
  return { circuit, metrics, worst: best.worst, steps: step };
}

/**
 * A chain over circuits whose law at temperature T is p(circuit) exp(-error / T), p the proposals' own: what it comes to is
 * as typical of them as the target lets it be. Each step takes a pair and another state of it from the proposals. The
 * state held is never proposed (Liu 1996, Biometrika 83, 681), which the acceptance makes up for: among sparse circuits
 * the chain would else mostly stand still.
 */
export class Walk {
  readonly counts: MovingCounts;
  readonly #metrics: Float64Array<ArrayBuffer>;
  #error: number;

  constructor(
    start: Circuit,
    readonly proposals: Proposals,
    readonly target: Target,
    readonly random: Generator,
  ) {
    this.counts = new MovingCounts(start);
    this.#metrics = metricsOfCounts(this.counts);
    this.#error = target.square(this.#metrics);
  }

  /** Greatest error of the circuit as it is. */
  get worst(): number {
    return this.target.worst(metricsOfCounts(this.counts, this.#metrics));
  }

  /** @returns whether the circuit has changed */
  step(temperature: number): boolean {
    const { counts, random } = this;
    const { pairs, first, second, states } = this.proposals;
    const pair = pairs.at(random.nextUniform());
    const i = first[pair] ?? 0;
    const j = second[pair] ?? 0;
    const held = counts.stateOf(i, j);
    const stays = 1 - (states[4 * pair + held] ?? 0);
    const state = otherState(states, 4 * pair, held, random.nextUniform() * stays);
    const leaves = 1 - (states[4 * pair + state] ?? 0);
    counts.setPair(i, j, state);
    const error = this.target.square(metricsOfCounts(counts, this.#metrics));
    const chance = (stays / leaves) * Math.exp((this.#error - error) / temperature);
    if (chance < 1 && random.nextUniform() >= chance) {
      counts.setPair(i, j, held);
      return false;
    }
    this.#error = error;
    return true;
  }
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
