import { metricIds, type MetricId } from '~/core/contracts/index.ts';
import { metricColumn, neuronsOf, observedCircuit, type LatentMap } from '~/core/latent/index.ts';
import type { StructureMetricId, Subject } from '~/core/metrics/index.ts';

/** One metric over all circuits [C], NaN where it is not defined or not measured yet. */
export type MetricColumn = { readonly values: Float32Array; readonly measured: number };

const isHeld = (id: string): id is MetricId => metricIds.some((held) => held === id);
const kept = new WeakMap<LatentMap, Map<StructureMetricId, MetricColumn>>();

/** What is known of a metric: all of it where the map file holds it, else what has been measured in this page. */
export function knownColumn(map: LatentMap, id: StructureMetricId): MetricColumn {
  const columns = kept.get(map) ?? new Map<StructureMetricId, MetricColumn>();
  kept.set(map, columns);
  const known = columns.get(id) ?? {
    values: isHeld(id) ? metricColumn(map, id) : new Float32Array(map.circuits).fill(NaN),
    measured: isHeld(id) ? map.circuits : 0,
  };
  columns.set(id, known);
  return known;
}

/** The circuit to be measured as number k: far from those before it, so that the first ones speak for all. */
export function circuitInTurn(k: number, circuits: number): number {
  let stride = Math.max(1, Math.round(circuits * 0.618));
  while (divisor(stride, circuits) > 1) stride++;
  return (k * stride) % circuits;
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/** Keeps the values of the next circuits in turn. @returns the column with them */
export function withValues(
  map: LatentMap,
  id: StructureMetricId,
  values: ArrayLike<number>,
): MetricColumn {
  const before = knownColumn(map, id);
  const column = before.values.slice();
  for (let k = 0; k < values.length; k++)
    column[circuitInTurn(before.measured + k, map.circuits)] = values[k] ?? NaN;
  const after = { values: column, measured: before.measured + values.length };
  kept.get(map)?.set(id, after);
  return after;
}

/** The next circuits in turn, with what is known of their neurons. */
export function nextSubjects(map: LatentMap, id: StructureMetricId, most: number): Subject[] {
  const { measured } = knownColumn(map, id);
  const count = Math.min(most, map.circuits - measured);
  return Array.from({ length: count }, (_, k) => {
    const index = circuitInTurn(measured + k, map.circuits);
    const neurons = neuronsOf(map, index);
    const placed = neurons.some(({ x, y, z }) => x !== 0 || y !== 0 || z !== 0); // a map without positions has zeros
    return {
      circuit: observedCircuit(map, index),
      ...(placed ? { positions: neurons.flatMap(({ x, y, z }) => [x, y, z]) } : {}),
      classes: neurons.map((neuron) => neuron.class),
    };
  });
}
