import { drawCircuit } from '../decoder/draw.ts';
import type { Circuit } from '../decoder/circuit.ts';
import { metricIds, type ModelManifest } from '../contracts/model.ts';
import { placeOf, sizeOf, type LatentMap } from '../latent/map-file.ts';
import { Generator, streams } from '../random.ts';
import { searchBlueprints, type Candidate, type Decode } from './blueprint-search.ts';
import { obstaclesOf } from './feasibility.ts';
import { guidedWalk, type Walked, type WalkPlan } from './guided-walk.ts';
import { learnMemory, memoryOf, type MemoryGround } from './memory-ground.ts';
import { groundOf, type MetricGround } from './metric-ground.ts';
import { noveltyOf, type Novelty } from './novelty.ts';
import type { Obstacle } from './obstacle.ts';
import { priorDistance } from './prior-distance.ts';
import { modelProposals } from './proposals.ts';
import type { SynthesisRequest } from './request.ts';
import { scoredWalk } from './scored-walk.ts';
import { Target } from './target.ts';
import { typicality, type Typicality } from './typicality.ts';

/** What synthesis needs of a model; made once for all requests. */
export type SynthesisGround = {
  readonly map: LatentMap;
  readonly ground: MetricGround;
  readonly distanceOf: (z: ArrayLike<number>) => number;
  readonly selfEdges: boolean;
  /** needed for requests of memory, see `withMemory` */
  readonly memory: MemoryGround | null;
};

export function synthesisGround(
  map: LatentMap,
  { prior, selfEdges }: Pick<ModelManifest, 'prior' | 'selfEdges'>,
): SynthesisGround {
  return {
    map,
    ground: groundOf(map),
    distanceOf: priorDistance(prior, map),
    selfEdges,
    memory: null,
  };
}

/** The same ground for requests of memory, from the scores of training circuits. @throws RangeError as `learnMemory` */
export function withMemory(
  before: SynthesisGround,
  scores: ReadonlyMap<number, number>,
): SynthesisGround {
  const { map } = before;
  const eight = groundOf(map);
  const memory = learnMemory(eight, scores);
  const width = metricIds.length;
  const ground = groundOf(map, {
    least: memory.least,
    greatest: memory.greatest,
    of: (index) =>
      scores.get(index) ??
      memory.foretell(placeOf(map, index))(
        map.metrics.subarray(index * width, (index + 1) * width),
      ),
  });
  return { ...before, ground, memory };
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
  /** what it remembers, by a run of the reservoir; null: not asked for */
  readonly memory: number | null;
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

/** A wish is met within this share of the metric's range over the training circuits; one of memory within the other. */
export const tolerance = 0.03;
export const memoryTolerance = 0.05;

/** Of the walk: steps a pair of neurons, and the greatest error at which it is content. */
const perPair = 20;
const leastSteps = 20_000;
const enough = 0.01;
/** Of the walk towards a score. */
const scoredPlan = { tolerance, enough: 0.03, rounds: 40 };

/**
 * A circuit to order, or why there can be none: search over z, then a plain draw there, then the guided walk, and where
 * memory is asked for the walk towards its real score. The same
 * request, seed, neurons and model give the same circuit wherever the decoder gives the same logits.
 * @throws Error for a request of memory on a ground without it
 */
export async function synthesise(
  { map, ground, distanceOf, selfEdges, memory }: SynthesisGround,
  { request, seed, conditions }: SynthesisAsked,
  decode: Decode,
  told: Told = () => undefined,
): Promise<Synthesis | readonly Obstacle[]> {
  const slack = ground.scales.map((scale) => scale * tolerance);
  const n = sizeOf(map, conditions);
  const obstacles = obstaclesOf({ request, size: n, slack });
  if (obstacles.length > 0) return obstacles;
  if (request.memory && !memory) throw new Error('Memory is asked for, and no circuit was scored.');
  const foretell = request.memory && memory ? memory.foretell : null;
  told(0.05);
  const candidates = await searchBlueprints({
    request,
    ground,
    distanceOf,
    seed,
    decode,
    foretell,
  });
  const scoreOf = (circuit: Circuit) => memoryOf(circuit, map, conditions);
  let best: Found | null = null;
  let steps = 0;
  for (const [attempt, candidate] of candidates.entries()) {
    const tell = (share: number) => told(0.4 + (0.5 * (attempt + share)) / candidates.length);
    tell(0);
    const { logits } = candidate;
    const proposals = modelProposals(logits);
    const random = new Generator(seed, streams.synthesis, attempt);
    const there = foretell?.(candidate.z);
    const walked = guidedWalk(
      drawCircuit(logits, seed, selfEdges),
      proposals,
      // what the prediction is usually off by is left to the real score
      new Target(roomier(request, memory?.off ?? 0), ground.scales, there),
      random,
      usualPlan(n),
    );
    steps += walked.steps;
    let found: Found = { ...walked, candidate, score: null, off: 0 };
    if (there) {
      const scored = scoredWalk({
        start: walked,
        proposals,
        request,
        scales: ground.scales,
        foretell: there,
        scoreOf,
        random,
        plan: scoredPlan,
        told: tell,
      });
      steps += scored.steps;
      found = { ...scored, candidate };
    }
    if (!best || lacks(found) < lacks(best)) best = found;
    if (met(best)) break;
  }
  if (!best) throw new Error('The decoder gave no place to start from.');
  told(0.95);
  const { candidate } = best;
  return {
    circuit: best.circuit,
    z: candidate.z,
    seed,
    conditions,
    metrics: best.metrics,
    memory: best.score,
    worst: Math.max(best.worst, best.off),
    reached: met(best),
    typicality: typicality(candidate.logits, best.circuit),
    distance: candidate.distance,
    novelty: noveltyOf(best.circuit, map, conditions),
    steps,
  };
}

type Found = Pick<Walked, 'circuit' | 'metrics' | 'worst'> & {
  readonly candidate: Candidate;
  readonly score: number | null;
  /** error of the score */
  readonly off: number;
};

const lacks = ({ worst, off }: Found) => Math.max(worst / tolerance, off / memoryTolerance);
const met = (found: Found) => lacks(found) <= 1;

/** The request with memory within `off` of what is asked. */
function roomier(request: SynthesisRequest, off: number): SynthesisRequest {
  const { memory: wish } = request;
  return wish ? { ...request, memory: { low: wish.low - off, high: wish.high + off } } : request;
}

/** How long and how warm circuits of n neurons are walked. */
export function usualPlan(n: number): WalkPlan {
  const steps = Math.max(leastSteps, (perPair * n * (n - 1)) / 2);
  return { steps, from: 3e-3, to: 1e-5, enough };
}
