import type { MeasuredEffects, MetricId } from '~/core/contracts/index.ts';
import { effectOn, largestOther } from '~/core/directions/index.ts';

const widths = [16, 20, 8, 8, 8, 20, 10, 20, 10, 8];
const row = (cells: readonly string[]) =>
  cells
    .map((cell, k) =>
      k < 2 || k === 5 || k === 7
        ? cell.padEnd(widths[k] ?? 0)
        : cell.padStart(widths[k] ?? 0) + ' ',
    )
    .join('');

export const heading = row([
  'direction',
  'metric',
  'own',
  '95 %',
  'other',
  ' of',
  'held',
  ' of',
  'Spearman',
  'length',
]);

export type Line = {
  kind: string;
  metric: MetricId;
  own: number;
  other: number;
  held: number;
  spearman: number;
  length: number;
};

/** Prints one direction: own effect with its half interval, the largest other and the largest held one, length of a step. */
export function printLine(
  kind: string,
  metric: MetricId,
  held: readonly MetricId[],
  effects: MeasuredEffects,
  length: number,
): Line {
  const own = effectOn(effects, metric);
  const other = largestOther(effects, metric);
  const holding = {
    ...effects,
    metrics: effects.metrics.filter((one) => held.some((id) => id === one.metric)),
  };
  const kept = largestOther(holding, metric);
  const line = {
    kind,
    metric,
    own: own?.change.mean ?? NaN,
    other: Math.abs(other?.change.mean ?? NaN),
    held: Math.abs(kept?.change.mean ?? 0),
    spearman: own?.spearman ?? NaN,
    length,
  };
  console.log(
    row([
      kind,
      metric,
      line.own.toFixed(2),
      ((own?.change.high ?? NaN) - line.own).toFixed(2),
      (other?.change.mean ?? NaN).toFixed(2),
      ` ${other?.metric ?? ''}`,
      kept ? kept.change.mean.toFixed(2) : '',
      ` ${kept?.metric ?? ''}`,
      line.spearman.toFixed(3),
      length.toFixed(2),
    ]),
  );
  return line;
}
