import { metricIds, type MetricId, type ModelManifest } from '../contracts/model.ts';
import { choleskyOf, plusDiagonal, solve } from '../directions/linear.ts';
import { expectedCounts } from './expected-counts.ts';
import { metricsOfCounts } from './counted-metrics.ts';
import type { Decode } from './blueprint-search.ts';
import { travelling } from './travelling.ts';

export type ClimbAsked = {
  readonly from: readonly number[];
  readonly seed: number;
  readonly raise: MetricId;
  readonly hold: readonly MetricId[];
  /** down instead of up */
  readonly lower?: boolean;
};

/** One place of a path: the eight metrics expected there, and how far from the encoded circuits it lies. */
export type ClimbStep = {
  readonly z: readonly number[];
  readonly expected: Float64Array;
  readonly distance: number;
};

/**
 * Why a path goes no further: its next step would leave the data, no direction is left that changes the metric without
 * the held ones, the metric is not defined here, or it has as many steps as a path may have.
 */
export type ClimbEnd = 'edge of the data' | 'level' | 'not defined' | 'long enough';

type Ground = {
  prior: ModelManifest['prior'];
  /** see `priorDistance` */
  distanceOf: (z: ArrayLike<number>) => number;
  /** what errors are shares of, of the eight metrics */
  scales: ArrayLike<number>;
};

const most = 12;
/** Of a step, in standard deviations of the prior. */
const stride = 0.35;
/** Of the finite differences, likewise. */
const nudge = 0.05;
/** No further from the data than this, in typical distances; a path that starts beyond may only come nearer. */
const furthest = 1.5;
/** Slopes less than this (shares of the range per standard deviation) lead nowhere. */
const flat = 0.005;

/**
 * A path on which one metric rises while others are held, told step by step, the start first. Each step follows the gradient
 * of the expected metric, by finite differences along the prior's own axes and without what would move the held
 * metrics; what these have drifted by is put back as far as their gradients tell. It ends on level ground and where it
 * would leave the data, and returns which.
 */
export async function* climb(
  { from, seed, raise, hold, lower = false }: ClimbAsked,
  { prior, distanceOf, scales }: Ground,
  decode: Decode,
): AsyncGenerator<ClimbStep, ClimbEnd> {
  const axes = choleskyOf(plusDiagonal(prior.covariance, 1e-9));
  const columns = [raise, ...hold.filter((metric) => metric !== raise)].map((metric) =>
    metricIds.indexOf(metric),
  );
  const along = (z: readonly number[], move: readonly number[]) =>
    z.map((value, d) =>
      travelling(value + (axes[d] ?? []).reduce((sum, part, k) => sum + part * (move[k] ?? 0), 0)),
    );
  let z = from.map(travelling);
  let first: Float64Array | null = null;
  let before = Infinity;
  for (let step = 0; step <= most; step++) {
    const nudged = z.map((_, k) => {
      const unit = new Array<number>(z.length).fill(0);
      unit[k] = nudge;
      return along(z, unit);
    });
    const expected = (await decode([z, ...nudged].map((place) => ({ z: place, seed })))).map(
      (logits) => metricsOfCounts(expectedCounts(logits)),
    );
    const [here, ...there] = expected;
    if (!here) throw new Error('The decoder gave nothing.');
    first ??= here;
    const distance = distanceOf(z);
    if (step > 0 && distance > furthest && distance > before) return 'edge of the data';
    before = distance;
    yield { z, expected: here, distance };
    const share = (values: ArrayLike<number>, base: ArrayLike<number>, column: number) =>
      ((values[column] ?? 0) - (base[column] ?? 0)) / (scales[column] ?? 1);
    const slopes = columns.map((column) =>
      there.map((values) => share(values, here, column) / nudge),
    );
    if (slopes.flat().some(Number.isNaN)) return 'not defined';
    const [own = [], ...held] = slopes;
    const drift = columns.slice(1).map((column) => share(first ?? here, here, column));
    const uphill = without(own, held);
    const slope = Math.hypot(...uphill);
    if (slope <= flat) return 'level';
    const back = correction(held, drift);
    z = along(
      z,
      uphill.map((part, k) => ((lower ? -1 : 1) * stride * part) / slope + (back[k] ?? 0)),
    );
  }
  return 'long enough';
}

/** What is left of a slope [Z] when everything along the held ones [H][Z] is taken out. */
function without(slope: readonly number[], held: readonly (readonly number[])[]): number[] {
  const back = correction(
    held,
    held.map((one) => inner(one, slope)),
  );
  return slope.map((value, k) => value - (back[k] ?? 0));
}

/** The shortest move [Z] that changes the held metrics by `drift` [H]. */
function correction(held: readonly (readonly number[])[], drift: readonly number[]): number[] {
  const gram = held.map((one) => held.map((two) => inner(one, two)));
  const weights = held.length ? solve(choleskyOf(plusDiagonal(gram, 1e-8)), drift) : [];
  return (held[0] ?? []).map((_, k) =>
    held.reduce((sum, one, h) => sum + (weights[h] ?? 0) * (one[k] ?? 0), 0),
  );
}

const inner = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, k) => sum + value * (b[k] ?? 0), 0);
