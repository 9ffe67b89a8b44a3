import { metricOf } from '~/core/metrics/index.ts';
import type { MetricId } from '~/core/contracts/index.ts';

export function metricLabel(metric: MetricId): string {
  return metricOf(metric).name;
}
