import type { MetricId } from '../contracts/model.ts';
import type { Census } from './census.ts';

/** A structure metric: tables, legends and help are made from this. */
export type Metric = {
  readonly id: MetricId;
  readonly name: string;
  /** of the value; all eight are plain ratios */
  readonly unit: string;
  readonly formula: string;
  readonly about: string;
  readonly source: string;
  /** null where a denominator is zero: the metric is not defined for this circuit */
  readonly compute: (census: Census) => number | null;
};

export function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}
