import type { MeasuredEffects } from '../contracts/direction.ts';
import { finiteMean, seedsOf, type DecodeAndMeasure } from './decode.ts';
import { placeIn, type Encoded } from './encoded.ts';
import { estimate } from './interval.ts';
import { spearman } from './spearman.ts';

/** So few circuits have an interval. */
export const leastCircuits = 2;

/** Steps at which a direction is measured: the reach of its slider. */
export const usualSteps: readonly number[] = [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2];

export type EffectsQuestion = {
  readonly vector: readonly number[];
  /** Held-out circuits: from their z, over their neurons. */
  readonly from: Encoded;
  readonly individuals: number;
  readonly seed: number;
  /** Ascending, with a 0 among them. */
  readonly steps: readonly number[];
  readonly metrics: readonly { readonly id: string; readonly sd: number }[];
  readonly decode: DecodeAndMeasure;
};

/**
 * What a direction does, measured: held-out circuits are decoded along it, several individuals each, the same at every
 * step. Reported after each circuit from the second, over the circuits so far; intervals are over circuits. They share
 * neurons, so these are narrower than those of as many independent circuits.
 * @throws RangeError when there are fewer than two circuits
 */
export async function* measureEffects(question: EffectsQuestion): AsyncGenerator<MeasuredEffects> {
  const { vector, from, individuals, steps, metrics, decode } = question;
  if (from.circuits.length < leastCircuits)
    throw new RangeError('Effects have no interval: at least two held-out circuits are needed.');
  /** means over individuals by metric, circuit and step */
  const tables = metrics.map((): number[][] => []);
  for (const [index, circuit] of from.circuits.entries()) {
    const z = placeIn(from, circuit);
    const seeds = seedsOf(question.seed, circuit, individuals);
    const places = steps.flatMap((step) => {
      const there = z.map((value, d) => value + step * (vector[d] ?? 0));
      return seeds.map((seed) => ({ z: there, seed }));
    });
    const values = await decode(circuit, places);
    metrics.forEach(({ sd }, metric) => {
      const at = (place: number) => (values[place * metrics.length + metric] ?? NaN) / sd;
      tables[metric]?.push(
        steps.map((_, s) => finiteMean(seeds.map((__, k) => at(s * individuals + k)))),
      );
    });
    if (index + 1 >= leastCircuits) yield summarise(question, tables);
  }
}

/** @param tables values in standard deviations [M][circuits so far][steps] */
function summarise(
  { steps, metrics, individuals, seed }: EffectsQuestion,
  tables: readonly (readonly (readonly number[])[])[],
): MeasuredEffects {
  const middle = steps.indexOf(0);
  const last = steps.length - 1;
  return {
    steps: [...steps],
    circuits: tables[0]?.length ?? 0,
    individuals,
    seed,
    metrics: metrics.flatMap(({ id }, metric) => {
      const rows = tables[metric] ?? [];
      const between = (a: number, b: number) =>
        estimate(rows.map((row) => (row[b] ?? NaN) - (row[a] ?? NaN)));
      const along = steps.flatMap((_, step) => between(middle, step) ?? []);
      const change = between(0, last);
      if (!change || along.length < steps.length) return []; // not defined in two circuits
      const mean = along.map((one) => one.mean);
      return {
        metric: id,
        mean,
        low: along.map(({ low }) => low),
        high: along.map(({ high }) => high),
        change,
        spearman: spearman(steps, mean),
      };
    }),
  };
}

/** What a direction does to one metric; null where that was not measured. */
export function effectOn(effects: MeasuredEffects, metric: string) {
  return effects.metrics.find((one) => one.metric === metric) ?? null;
}

/** The effect on another metric that changes most from the first step to the last, whichever way. */
export function largestOther(effects: MeasuredEffects, own: string) {
  return effects.metrics
    .filter(({ metric }) => metric !== own)
    .reduce<MeasuredEffects['metrics'][number] | null>(
      (found, one) =>
        found && Math.abs(found.change.mean) >= Math.abs(one.change.mean) ? found : one,
      null,
    );
}
