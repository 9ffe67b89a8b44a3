import { clustering } from './clustering.ts';
import { connectionLength } from './connection-length.ts';
import { cvIn } from './cv-in.ts';
import { cvOut } from './cv-out.ts';
import { cycles } from './cycles.ts';
import { density } from './density.ts';
import { directedClustering } from './directed-clustering.ts';
import { eiBalance } from './ei-balance.ts';
import { Facts, type Subject } from './facts.ts';
import { feedForward } from './feed-forward.ts';
import { inOutCorrelation } from './in-out-correlation.ts';
import { isDefined, type Value } from './metric.ts';
import { modularity } from './modularity.ts';
import { efficiency, largestComponent, pathLength, reachability } from './reach.ts';
import { reciprocity } from './reciprocity.ts';
import { nonNormality, spectralGap, spectralRadius } from './spectral.ts';
import { triadShares } from './triad-shares.ts';

/**
 * Every structure metric there is. The contract (`metricIds`) says which eight of them a model learns and a map
 * holds, and in what order; what they are is said here alone.
 */
export const structureMetrics = [
  density,
  reciprocity,
  cvOut,
  cvIn,
  inOutCorrelation,
  clustering,
  ...directedClustering,
  feedForward,
  cycles,
  ...triadShares,
  largestComponent,
  reachability,
  pathLength,
  efficiency,
  spectralRadius,
  spectralGap,
  nonNormality,
  modularity,
  connectionLength,
  eiBalance,
] as const;

export type StructureMetric = (typeof structureMetrics)[number];
export type StructureMetricId = StructureMetric['id'];

/** Every metric of a circuit: a finite number, or why there is none. */
export function measureStructure(subject: Subject): Map<StructureMetricId, Value> {
  const facts = new Facts(subject);
  return new Map(structureMetrics.map((metric) => [metric.id, valueOf(metric, facts)]));
}

/** One metric of a circuit. What would not be a finite number is said to be not defined. */
export function valueOf(metric: Pick<StructureMetric, 'compute'>, facts: Facts): Value {
  const value = metric.compute(facts);
  return isDefined(value) && !Number.isFinite(value)
    ? { notDefined: 'its parts are not finite' }
    : value;
}

/** @throws Error for an id that is not in the catalogue. */
export function structureMetricOf(id: StructureMetricId): StructureMetric {
  const found = structureMetrics.find((metric) => metric.id === id);
  if (!found) throw new Error(`No metric ${id}.`);
  return found;
}
