import { z } from 'zod';

/** The eight that a model learns, in the order of the columns of a map. */
export const metricIds = [
  'density',
  'reciprocity',
  'clustering',
  'cv_out',
  'cv_in',
  'feed_forward',
  'cycles',
  'in_out_correlation',
] as const;
export const metricId = z.enum(metricIds);
export type MetricId = z.infer<typeof metricId>;
