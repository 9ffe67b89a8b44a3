import { metricIds, type MetricId } from '~/core/contracts/index.ts';
import { metricColumn, type LatentMap } from '~/core/latent/index.ts';

export interface MetricStatistics {
  readonly metric: MetricId;
  readonly mean: number;
  readonly sd: number;
  /** How far the selection's mean lies from that of all circuits, in their standard deviations. */
  readonly shift: number;
}

/** Mean and population sd of each metric over a selection; circuits where it is not defined do not count. */
export function selectionStatistics(
  map: Pick<LatentMap, 'circuits' | 'metrics'>,
  selection: Uint32Array,
): MetricStatistics[] {
  return metricIds.map((metric) => {
    const column = metricColumn(map, metric);
    const all = moments(column);
    const own = moments(Float32Array.from(selection, (circuit) => column[circuit] ?? NaN));
    return { metric, ...own, shift: (own.mean - all.mean) / all.sd };
  });
}

function moments(values: Float32Array): { mean: number; sd: number } {
  const defined = values.filter((value) => !Number.isNaN(value));
  const mean = defined.reduce((sum, value) => sum + value, 0) / defined.length;
  const variance = defined.reduce((sum, value) => sum + (value - mean) ** 2, 0) / defined.length;
  return { mean, sd: Math.sqrt(variance) };
}
