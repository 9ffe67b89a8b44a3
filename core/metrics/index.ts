import type { MetricId } from '../contracts/model.ts';
import type { Circuit } from '../decoder/circuit.ts';
import { takeCensus } from './census.ts';
import { clustering } from './clustering.ts';
import { cvIn } from './cv-in.ts';
import { cvOut } from './cv-out.ts';
import { cycles } from './cycles.ts';
import { density } from './density.ts';
import { feedForward } from './feed-forward.ts';
import { inOutCorrelation } from './in-out-correlation.ts';
import type { Metric } from './metric.ts';
import { reciprocity } from './reciprocity.ts';

export { takeCensus, type Census } from './census.ts';
export type { Metric } from './metric.ts';

/** In the order of `metricIds`, which is the order of the columns of a map. */
export const metrics: readonly Metric[] = [
  density,
  reciprocity,
  clustering,
  cvOut,
  cvIn,
  feedForward,
  cycles,
  inOutCorrelation,
];

export type MetricValues = Record<MetricId, number | null>;

/** All eight metrics of a circuit; null where one is not defined. Self-edges do not count. */
export function measure(circuit: Circuit): MetricValues {
  const census = takeCensus(circuit);
  const valueOf = (metric: Metric) => metric.compute(census);
  return {
    density: valueOf(density),
    reciprocity: valueOf(reciprocity),
    clustering: valueOf(clustering),
    cv_out: valueOf(cvOut),
    cv_in: valueOf(cvIn),
    feed_forward: valueOf(feedForward),
    cycles: valueOf(cycles),
    in_out_correlation: valueOf(inOutCorrelation),
  };
}

export function metricOf(id: MetricId): Metric {
  const found = metrics.find((metric) => metric.id === id);
  if (!found) throw new Error(`No metric ${id}.`);
  return found;
}
