import { z } from 'zod';
import { seed } from './ids.ts';
import { metricId } from './metric-id.ts';
import { reservoirProtocol, reservoirTaskId } from './reservoir.ts';

/** Ways to find a direction that a report measures; the others need a person's choice. */
export const steeredKinds = ['aligned', 'purified', 'function'] as const;

const count = z.int().min(1);
/** With a 95 % interval over circuits, in standard deviations of the training circuits. */
const effect = z.object({ mean: z.number(), low: z.number(), high: z.number() });
const monotone = z.number().min(-1).max(1).nullable().describe('Spearman of step and effect');

export const steeredDirection = z.object({
  kind: z.enum(steeredKinds),
  moves: z.union([metricId, reservoirTaskId]),
  held: z.array(metricId).describe('metrics that shall stay as they are; none of an aligned one'),
  corrections: z.int().min(0).describe('by its effects on the validation fold'),
  length: z.number().positive().describe('of one step, in standard deviations of the data'),
  own: z
    .object({
      circuits: count,
      individuals: count,
      curve: z.array(effect.extend({ step: z.number() })).min(2),
      change: effect.describe('from the first step to the last'),
      spearman: monotone,
    })
    .nullable()
    .describe('effect on what it moves; null where that was not defined'),
  metrics: z
    .array(effect.extend({ metric: metricId, spearman: monotone }))
    .describe('change of each of the eight from the first step to the last'),
});
export type SteeredDirection = z.infer<typeof steeredDirection>;

/** What directions of a model do, measured on its test fold. */
export const directionsReport = z.object({
  seed,
  circuits: count.describe('of the test fold, at most'),
  individuals: count.describe('of each circuit, the same at every step'),
  farthest: z.number().describe('standard deviations of the data; a longer step has left them'),
  protocols: z.array(reservoirProtocol).describe('of the directions of function'),
  directions: z.array(steeredDirection),
  refused: z
    .array(
      steeredDirection.pick({ kind: true, moves: true, held: true }).extend({ why: z.string() }),
    )
    .describe('that could not be found'),
});
export type DirectionsReport = z.infer<typeof directionsReport>;
