import type { ModelManifest } from '../contracts/model.ts';
import { drawCircuit } from '../decoder/draw.ts';
import type { Circuit } from '../decoder/circuit.ts';
import type { LatentMap } from '../latent/map-file.ts';
import { Generator, streams } from '../random.ts';
import { searchBlueprints, type Candidate, type Decode } from './blueprint-search.ts';
import { obstaclesOf } from './feasibility.ts';
import { guidedWalk, type Walked, type WalkPlan } from './guided-walk.ts';
import { groundOf, type MetricGround } from './metric-ground.ts';
import { noveltyOf, type Novelty } from './novelty.ts';
import type { Obstacle } from './obstacle.ts';
import { priorDistance } from './prior-distance.ts';
import { modelProposals } from './proposals.ts';
import type { SynthesisRequest } from './request.ts';
import { Target } from './target.ts';
import { typicality, type Typicality } from './typicality.ts';

/** What synthesis needs of a model; made once for all requests. */
export type SynthesisGround = {
  readonly map: LatentMap;
  readonly ground: MetricGround;
  readonly distanceOf: (z: ArrayLike<number>) => number;
  readonly selfEdges: boolean;
};

export function synthesisGround(
  map: LatentMap,
  { prior, selfEdges }: Pick<ModelManifest, 'prior' | 'selfEdges'>,
): SynthesisGround {
  return { map, ground: groundOf(map), distanceOf: priorDistance(prior, map), selfEdges };
}

export type SynthesisAsked = {
  readonly request: SynthesisRequest;
  readonly seed: number;
  /** the circuit of the map whose neurons are wired */
  readonly conditions: number;
};

export type Synthesis = {
  readonly circuit: Circuit;
  /** the place it belongs to, in the decimals that travel */
  readonly z: readonly number[];
  readonly seed: number;
  readonly conditions: number;
  /** the eight metrics [8] in the order of metricIds, NaN where not defined */
  readonly metrics: Float64Array;
  /** greatest error, in shares of the data's range */
  readonly worst: number;
  readonly reached: boolean;
  readonly typicality: Typicality;
  /** of its place from the encoded circuits, see `priorDistance` */
  readonly distance: number;
  readonly novelty: Novelty;
  /** changes that were tried */
  readonly steps: number;
};

/** Told between the parts of the work, from 0 to 1. */
export type Told = (share: number) => void;

/** A wish is met within this share of the metric's range over the training circuits. */
export const tolerance = 0.03;

/** Of the walk: steps a pair of neurons, and the greatest error at which it is content. */
const perPair = 20;
const leastSteps = 20_000;
const enough = 0.01;

/**
 * A circuit to order, or why there can be none: search over z, then a plain draw there, then the guided walk. The same
 * request, seed, neurons and model give the same circuit wherever the decoder gives the same logits.
 */
export async function synthesise(
  { map, ground, distanceOf, selfEdges }: SynthesisGround,
  { request, seed, conditions }: SynthesisAsked,
  decode: Decode,
  told: Told = () => undefined,
): Promise<Synthesis | readonly Obstacle[]> {
  const slack = ground.scales.map((scale) => scale * tolerance);
  const obstacles = obstaclesOf({ request, size: ground.size, slack });
  if (obstacles.length > 0) return obstacles;
  const target = new Target(request, ground.scales);
  told(0.05);
  const candidates = await searchBlueprints({ request, ground, distanceOf, seed, decode });
  let best: { walked: Walked; candidate: Candidate; steps: number } | null = null;
  let steps = 0;
  for (const [attempt, candidate] of candidates.entries()) {
    told(0.4 + (0.5 * attempt) / candidates.length);
    const { logits } = candidate;
    const walked = guidedWalk(
      drawCircuit(logits, seed, selfEdges),
      modelProposals(logits),
      target,
      new Generator(seed, streams.synthesis, attempt),
      usualPlan(ground.size),
    );
    steps += walked.steps;
    if (!best || walked.worst < best.walked.worst) best = { walked, candidate, steps };
    if (best.walked.worst <= tolerance) break;
  }
  if (!best) throw new Error('The decoder gave no place to start from.');
  told(0.95);
  const { walked, candidate } = best;
  return {
    circuit: walked.circuit,
    z: candidate.z,
    seed,
    conditions,
    metrics: walked.metrics,
    worst: walked.worst,
    reached: walked.worst <= tolerance,
    typicality: typicality(candidate.logits, walked.circuit),
    distance: candidate.distance,
    novelty: noveltyOf(walked.circuit, map, conditions),
    steps,
  };
}

/** How long and how warm circuits of n neurons are walked. */
export function usualPlan(n: number): WalkPlan {
  const steps = Math.max(leastSteps, (perPair * n * (n - 1)) / 2);
  return { steps, from: 3e-3, to: 1e-5, enough };
}
