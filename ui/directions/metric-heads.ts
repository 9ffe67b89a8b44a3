import { metricIds, type MetricId } from '~/core/contracts/index.ts';
import { metricOf } from '~/core/metrics/index.ts';

/** As short as a column is; the whole name stands beside it for whoever asks. */
const short: Record<MetricId, string> = {
  density: 'dens.',
  reciprocity: 'recip.',
  clustering: 'clust.',
  cv_out: 'CV out',
  cv_in: 'CV in',
  feed_forward: 'feed-f.',
  cycles: 'cycles',
  in_out_correlation: 'in-out',
};

export const metricHeads = metricIds.map((id) => ({
  id,
  short: short[id],
  name: metricOf(id).name,
}));
