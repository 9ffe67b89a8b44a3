import {
  metricIds,
  reservoirTaskIds,
  scoreId,
  type MeasuredEffects,
  type MetricId,
  type ReservoirTaskId,
} from '~/core/contracts/index.ts';
import { effectOn, leastCircuits, predictedEffects } from '~/core/directions/index.ts';
import type { Steerable } from './direction.ts';

/** What is known of the effects of a direction: measured where it was, else as the encoded circuits have it. */
export type Known = {
  readonly linear: ReadonlyMap<MetricId, number>;
  readonly measured: MeasuredEffects | null;
};

export function knownEffects(
  direction: Steerable,
  readout: readonly (readonly number[])[],
  measured: MeasuredEffects | null,
): Known {
  return {
    linear: predictedEffects(readout, direction.vector),
    measured: measured ?? withInterval(direction.effects),
  };
}

/** Nothing where it was kept from a single circuit, which has no interval. */
function withInterval(effects: MeasuredEffects | null): MeasuredEffects | null {
  return effects && effects.circuits >= leastCircuits ? effects : null;
}

/** The change of a metric, in standard deviations, after `amount` steps. */
export function changeAt({ linear, measured }: Known, metric: MetricId, amount: number): number {
  const along = measured && effectOn(measured, metric);
  return along
    ? interpolated(measured.steps, along.mean, amount)
    : amount * (linear.get(metric) ?? 0);
}

/** The change of a metric from two steps back to two steps on, with its interval where it was measured. */
export function wholeChange(known: Known, metric: MetricId) {
  const along = known.measured && effectOn(known.measured, metric);
  return along
    ? along.change
    : { mean: 4 * (known.linear.get(metric) ?? 0), low: null, high: null };
}

/**
 * A row of a table that is wholly measured or wholly predicted: null for what was not measured among measured ones, which a
 * prediction shall not stand in for.
 */
export function tabledChange(known: Known, metric: MetricId): TabledChange {
  const effect = known.measured && effectOn(known.measured, metric);
  if (known.measured && !effect) return { mean: null, low: null, high: null, spearman: null };
  return { ...wholeChange(known, metric), spearman: effect ? effect.spearman : null };
}

export type TabledChange = {
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly spearman: number | null;
};

/** The same of the scores of tasks that were measured along a direction; there are none in a prediction. */
export function scoredChanges({ measured }: Known): ({ task: ReservoirTaskId } & TabledChange)[] {
  return reservoirTaskIds.flatMap((task) => {
    const effect = measured && effectOn(measured, scoreId(task));
    return effect ? [{ task, ...effect.change, spearman: effect.spearman }] : [];
  });
}

/** The sum over all sliders, in the order of `metricIds`. */
export function summedChange(
  amounts: ReadonlyMap<string, number>,
  knownOf: (id: string) => Known | undefined,
): number[] {
  return metricIds.map((metric) => {
    let sum = 0;
    for (const [id, amount] of amounts) {
      const known = knownOf(id);
      if (known) sum += changeAt(known, metric, amount);
    }
    return sum;
  });
}

/** Between two steps on a straight line; beyond the last as at the last. */
function interpolated(steps: readonly number[], values: readonly number[], at: number): number {
  const after = steps.findIndex((step) => step >= at);
  if (after < 0) return values.at(-1) ?? 0;
  const [x1 = 0, y1 = 0] = [steps[after], values[after]];
  if (after === 0) return y1;
  const [x0 = 0, y0 = 0] = [steps[after - 1], values[after - 1]];
  return y0 + ((y1 - y0) * (at - x0)) / (x1 - x0);
}
