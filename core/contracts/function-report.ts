import { z } from 'zod';
import { metricId } from './metric-id.ts';
import { reservoirProtocol, reservoirTaskId } from './reservoir.ts';

/** What a score is told from; conditions are the neurons alone. */
export const sourceIds = ['z', 'metrics', 'both', 'conditions'] as const;
export const sourceId = z.enum(sourceIds);
export type SourceId = z.infer<typeof sourceId>;

/** One of each value of the protocol (spectral radius), in its order. */
const byValue = z.array(z.number().nullable());
const told = z.object({
  r2: byValue,
  interval: z
    .array(z.tuple([z.number(), z.number()]).nullable())
    .describe('95 %, over resampled test circuits'),
  sameTissue: byValue.describe('over a random split of the training fold'),
});

/** How well the place of a circuit tells what it computes: `latentome_worker function`. */
export const functionReport = z.object({
  circuits: z.object({ train: z.int(), validation: z.int(), test: z.int() }),
  tasks: z.array(
    z.object({
      task: reservoirTaskId,
      protocol: reservoirProtocol,
      measured: z.object({ train: z.int(), test: z.int() }).describe('circuits with a score'),
      mean: z.array(z.number()),
      sd: z.array(z.number()),
      r2: z.record(sourceId, told),
      with: z.record(metricId, byValue).describe('Spearman correlation with each metric'),
    }),
  ),
});
export type FunctionReport = z.infer<typeof functionReport>;
