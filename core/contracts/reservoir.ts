import { z } from 'zod';
import { seed } from './ids.ts';
import { line } from './text.ts';

/** In the order in which they are offered. */
export const reservoirTaskIds = ['memory', 'narma10', 'mackey-glass', 'lorenz', 'parity'] as const;
export const reservoirTaskId = z.enum(reservoirTaskIds);
export type ReservoirTaskId = z.infer<typeof reservoirTaskId>;

/**
 * Everything that decides a reservoir score beside the circuit; stored with every score.
 *
 * States x(t) = f(value/scale W' x(t-1) + w u(t)), x = 0 at the start, W row = presynaptic; a readout with an unpenalised
 * intercept is fitted by ridge on the `train` steps after `washout` and judged on the `test` steps after them.
 */
export const reservoirProtocol = z.object({
  format: z.literal('latentome-reservoir-1'),
  task: reservoirTaskId,
  parameters: z
    .record(line(40), z.number())
    .refine((all) => Object.keys(all).length <= 16, 'A task has at most 16 parameters.')
    .describe('of the task, by the names its definition gives them'),
  scale: z
    .enum(['spectral-radius', 'gain'])
    .describe(
      'what `values` are: spectral radii the weights are scaled to, or factors on the weights as they are',
    ),
  values: z.array(z.number().min(0).max(10)).min(1).max(64),
  units: z.enum(['tanh', 'linear']),
  signed: z.boolean().describe('outgoing weights of inhibitory neurons are negative'),
  inputScaling: z.number().positive().describe('input weights are uniform in ± this'),
  washout: z.int().min(1),
  train: z.int().min(2).max(100_000),
  test: z.int().min(2).max(100_000),
  ridge: z.number().positive().describe('penalty, added to the diagonal of the sum of squares'),
  inputSeeds: z
    .array(seed)
    .min(1)
    .max(64)
    .describe('each gives another input vector and another signal'),
});
export type ReservoirProtocol = z.infer<typeof reservoirProtocol>;
