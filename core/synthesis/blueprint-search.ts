import type { PairLogits } from '../decoder/pair-probabilities.ts';
import { metricsOfCounts } from './counted-metrics.ts';
import { expectedCounts } from './expected-counts.ts';
import { stepsOfZ, type MetricGround } from './metric-ground.ts';
import { nearestWithin, wishesOf, wishIds, type SynthesisRequest } from './request.ts';
import { Target, type Foretell } from './target.ts';
import { travelling } from './travelling.ts';

/** A place of latent space and an individual there. */
export type Place = { readonly z: readonly number[]; readonly seed: number };

/** Logits of several places over the same neurons, in one run of the network. */
export type Decode = (places: readonly Place[]) => Promise<PairLogits[]>;

export type Candidate = {
  readonly z: readonly number[];
  readonly logits: PairLogits;
  /** the eight metrics expected of draws here, and the memory foretold where it is asked for */
  readonly expected: Float64Array;
  /** how far from the encoded circuits, see `priorDistance` */
  readonly distance: number;
  readonly score: number;
};

type Search = {
  request: SynthesisRequest;
  ground: MetricGround;
  distanceOf: (z: ArrayLike<number>) => number;
  seed: number;
  decode: Decode;
  /** what circuits at a place remember; null: it is not asked for */
  foretell: ((z: ArrayLike<number>) => Foretell) | null;
};

const starts = 6;
const kept = 3;
const rounds = 4;
/** An expected error, in shares of the data's range, that the walk makes good at next to no cost. */
const near = 0.01;
/** An expected error this large weighs as much as lying one typical distance further from the data. */
const worthOneDistance = 0.02;

/**
 * Places whose draws are expected to meet a request, best first. From the nearest training circuits, moved by the
 * linear map of the data to where they should meet it, then bettered by what the decoder says of them.
 */
export async function searchBlueprints(asked: Search): Promise<Candidate[]> {
  const { request, ground, distanceOf, seed, decode, foretell } = asked;
  const width = ground.scales.length;
  const target = new Target(request, ground.scales);
  const steps = stepsOfZ(ground, target.columns);

  const judge = async (places: readonly number[][]): Promise<Candidate[]> => {
    const all = await decode(places.map((z) => ({ z, seed })));
    return places.flatMap((z, index) => {
      const logits = all[index];
      if (!logits) return [];
      const metrics = metricsOfCounts(expectedCounts(logits));
      const expected = foretell ? Float64Array.of(...metrics, foretell(z)(metrics)) : metrics;
      const distance = distanceOf(z);
      const score = target.square(expected) / worthOneDistance ** 2 + distance ** 2;
      return [{ z, logits, expected, distance, score }];
    });
  };
  const moved = (z: ArrayLike<number>, metrics: ArrayLike<number>, share = 1) =>
    towards(z, missing(metrics, request, ground), steps, share);

  const known = nearestTraining(ground, target, starts).map((index) =>
    moved(
      ground.z.subarray(index * ground.dimensions, (index + 1) * ground.dimensions),
      ground.metrics.subarray(index * width, (index + 1) * width),
    ),
  );
  let best = order(await judge([moved(ground.meanZ, ground.mean), ...known])).slice(0, kept);
  for (let round = 0; round < rounds; round++) {
    const [first] = best;
    if (first && target.worst(first.expected) <= near) break;
    const next = best.map(({ z, expected }) => moved(z, expected));
    if (first) next.push(moved(first.z, first.expected, 0.5));
    const bettered = order([...best, ...(await judge(next))]).slice(0, kept);
    if (bettered.every((one, k) => one === best[k])) break;
    best = bettered;
  }
  return best;
}

const order = (candidates: Candidate[]) => candidates.sort((a, b) => a.score - b.score);

/** Training circuits by their error against a target, nearest first. */
export function nearestTraining(ground: MetricGround, target: Target, most: number): number[] {
  const width = ground.scales.length;
  return Array.from(ground.circuits, (index) => ({
    index,
    error: target.square(ground.metrics.subarray(index * width, (index + 1) * width)),
  }))
    .sort((a, b) => a.error - b.error || a.index - b.index)
    .slice(0, most)
    .map(({ index }) => index);
}

/** What each wish lacks, in shares of its range. */
function missing(
  metrics: ArrayLike<number>,
  request: SynthesisRequest,
  { scales, mean }: MetricGround,
): number[] {
  return wishesOf(request).map(({ id, wish }) => {
    const column = wishIds.indexOf(id);
    const value = metrics[column] ?? Number.NaN;
    const from = Number.isNaN(value) ? (mean[column] ?? 0) : value;
    return (nearestWithin(wish, from) - from) / (scales[column] ?? 1);
  });
}

function towards(
  z: ArrayLike<number>,
  lacks: readonly number[],
  steps: Float64Array,
  share: number,
): number[] {
  const dimensions = z.length;
  return Array.from({ length: dimensions }, (_, d) => {
    const step = lacks.reduce((sum, lack, k) => sum + lack * (steps[k * dimensions + d] ?? 0), 0);
    return travelling((z[d] ?? 0) + share * step);
  });
}
