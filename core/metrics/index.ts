import { metricIds, type MetricId } from '../contracts/model.ts';
import type { Circuit } from '../decoder/circuit.ts';
import { structureMetricOf } from './catalogue.ts';
import { Facts } from './facts.ts';
import { isDefined, type Metric } from './metric.ts';

export * from './catalogue.ts';
export { takeCensus, type Census } from './census.ts';
export { Facts, type Subject } from './facts.ts';
export { families, isDefined, notDefined } from './metric.ts';
export type { Metric, NotDefined, Parameter, Value } from './metric.ts';
export { triadNames } from './triads.ts';

/** The eight that a model learns, in the order of `metricIds`, which is the order of the columns of a map. */
export const metrics: readonly Metric<MetricId>[] = metricIds.map(metricOf);

export type MetricValues = Record<MetricId, number | null>;

/** The eight metrics of a circuit; null where one is not defined. Self-edges do not count. */
export function measure(circuit: Circuit): MetricValues {
  const facts = new Facts({ circuit });
  const entries = metrics.map((metric) => {
    const value = metric.compute(facts);
    return [metric.id, isDefined(value) ? value : null] as const;
  });
  return Object.fromEntries(entries) as MetricValues;
}

export function metricOf(id: MetricId): Metric<MetricId> {
  const found = structureMetricOf(id);
  return { ...found, id };
}
