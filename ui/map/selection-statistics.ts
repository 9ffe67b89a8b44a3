import { metricIds, type MetricId } from '~/core/contracts/index.ts';
import { ofOwnSize, type LatentMap } from '~/core/latent/index.ts';

export interface MetricStatistics {
  readonly metric: MetricId;
  readonly mean: number;
  readonly sd: number;
  /** How far the selection's mean lies from that of all circuits of the model's own size, in their standard deviations. */
  readonly shift: number;
}

/** Mean and population sd of each metric over a selection; circuits where it is not defined do not count. */
export function selectionStatistics(
  map: Pick<LatentMap, 'circuits' | 'metrics' | 'layout'>,
  selection: Uint32Array,
): MetricStatistics[] {
  return metricIds.map((metric, column) => {
    const value = (circuit: number) => map.metrics[circuit * metricIds.length + column] ?? NaN;
    const all = moments(map.circuits, (k) => (ofOwnSize(map, k) ? value(k) : NaN));
    const own = moments(selection.length, (k) => value(selection[k] ?? NaN));
    return { metric, ...own, shift: (own.mean - all.mean) / all.sd };
  });
}

function moments(count: number, value: (k: number) => number): { mean: number; sd: number } {
  let [defined, sum, squares] = [0, 0, 0];
  for (let k = 0; k < count; k++) {
    const one = value(k);
    if (Number.isNaN(one)) continue;
    defined++;
    sum += one;
  }
  const mean = sum / defined;
  for (let k = 0; k < count; k++) {
    const one = value(k);
    if (!Number.isNaN(one)) squares += (one - mean) ** 2;
  }
  return { mean, sd: Math.sqrt(squares / defined) };
}
