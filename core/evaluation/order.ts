import { metricIds } from '../contracts/model.ts';
import { ofOwnSize, type LatentMap } from '../latent/index.ts';
import {
  nearestTraining,
  Target,
  typicality,
  uniformWalk,
  usualPlan,
  valueWish,
  type MetricGround,
  type Synthesis,
  type SynthesisRequest,
} from '../synthesis/index.ts';
import { drawnAt, eightOf, type RunningModel } from './running-model.ts';

const width = metricIds.length;
const [training, held] = [1, 3];
const plainDraws = 64;

/** One order: greatest errors in shares of the data's range, and over its middle 98 %; cost in standard deviations. */
export type JudgedOrder = {
  worst: number;
  worstInner: number;
  cost: number;
  distance: number;
  steps: number;
  shared: number;
  /** circuits of the map that it could be a copy of */
  same: number;
  nearest: number;
  plain: number;
  bestOf64: number;
  uniform: number;
  uniformCost: number;
};

/** A request for the metrics that circuit `index` of a map has, of those whose columns are asked. */
export function requestOf(
  { metrics }: LatentMap,
  index: number,
  asked: readonly number[],
): SynthesisRequest {
  return Object.fromEntries(
    metricIds.flatMap((id, column) =>
      asked.includes(column) ? [[id, valueWish(metrics[index * width + column] ?? NaN)]] : [],
    ),
  );
}

/** Test circuits with all eight metrics, evenly spread over the fold. */
export function orderedCircuits(map: LatentMap, count: number): number[] {
  const all = Array.from({ length: map.circuits }, (_, index) => index).filter(
    (index) =>
      map.fold[index] === held &&
      ofOwnSize(map, index) &&
      !map.metrics.subarray(index * width, (index + 1) * width).some(Number.isNaN),
  );
  const taken = Math.min(count, all.length);
  return Array.from({ length: taken }, (_, k) => all[Math.floor((k * all.length) / taken)] ?? 0);
}

/** From the first to the last percentile of the training circuits: a range without its extremes [8]. */
export function innerScales(map: LatentMap): Float64Array {
  return Float64Array.from({ length: width }, (_, column) => {
    const values = Array.from({ length: map.circuits }, (_, index) => index)
      .filter((index) => map.fold[index] === training && ofOwnSize(map, index))
      .map((index) => map.metrics[index * width + column] ?? NaN)
      .filter((value) => !Number.isNaN(value))
      .sort((a, b) => a - b);
    const at = (share: number) => values[Math.floor(share * (values.length - 1))] ?? 0;
    return at(0.99) - at(0.01) || 1;
  });
}

/** What was made to an order, beside what others would have given for it. */
export async function judgeOrder(
  model: RunningModel,
  { ground, inner }: { ground: MetricGround; inner: Float64Array },
  request: SynthesisRequest,
  made: Synthesis,
): Promise<JudgedOrder> {
  const { z, seed, conditions } = made;
  const target = new Target(request, ground.scales);
  const worst = (values: ArrayLike<number>) => target.worst(values);
  const [nearest = 0] = nearestTraining(ground, target, 1);
  const places = Array.from({ length: plainDraws }, (_, d) => ({ z, seed: seed + 5000 * d }));
  const plain = (await drawnAt(model, conditions, places)).map((draw) => worst(eightOf(draw)));
  const [logits] = await model.logits(conditions, [{ z, seed }]);
  if (!logits) throw new Error('The decoder gave nothing.');
  const { n } = logits;
  const density = request.density?.low ?? ground.mean[0] ?? 0;
  const uniform = uniformWalk(n, density * n * (n - 1), target, seed, usualPlan(n));
  const values = eightOf(made.circuit);
  return {
    worst: worst(values),
    worstInner: new Target(request, inner).worst(values),
    cost: made.typicality.cost,
    distance: made.distance,
    steps: made.steps,
    shared: made.novelty.shared,
    same: made.novelty.identical + made.novelty.sameDegrees,
    nearest: worst(ground.metrics.subarray(nearest * width, (nearest + 1) * width)),
    plain: plain[0] ?? 1,
    bestOf64: Math.min(...plain),
    uniform: uniform.worst,
    uniformCost: typicality(logits, uniform.circuit).cost,
  };
}
