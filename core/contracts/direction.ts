import { z } from 'zod';
import { fromBase64, unpackBits } from '../exchange/bits.ts';
import { id, isoDate, seed, sha256 } from './ids.ts';
import { metricId } from './metric-id.ts';
import { reservoirProtocol } from './reservoir.ts';
import { line, nameOf } from './text.ts';

/** In the order in which they are offered. */
export const directionKindIds = [
  'aligned',
  'purified',
  'function',
  'difference',
  'principal',
] as const;
export const directionKindId = z.enum(directionKindIds);
export type DirectionKindId = z.infer<typeof directionKindId>;

const count = z.int().min(1).max(200_000);
const circuits = z.array(z.int().min(0)).min(1).max(20_000);

/** The circuits of the largest map that a selection of them can be kept of. */
export const mostSelectable = 200_000;

/** Some circuits of a map, a bit each. */
export const circuitSelection = z
  .object({
    bits: z
      .string()
      .max(4 * Math.ceil(mostSelectable / 24))
      .describe('bit k (lowest of a byte first) is circuit k of the map; base64'),
    of: z.int().min(1).max(mostSelectable).describe('circuits of the map'),
    circuits: count.describe('selected'),
  })
  .refine(
    ({ bits, of, circuits: selected }) => bitsOf(bits, of) === selected,
    'the bits are not those of so many circuits',
  );
export type CircuitSelection = z.infer<typeof circuitSelection>;

/** How many bits are set among the first `of`; null where the text is not that of so many. */
function bitsOf(text: string, of: number): number | null {
  try {
    return unpackBits(fromBase64(text), of).reduce((sum, bit) => sum + bit, 0);
  } catch {
    return null;
  }
}

const selection = z.union([circuitSelection, circuits.describe('as kept before there were bits')]);

const correction = z.object({
  circuits: count.describe('held-out circuits that a move is measured on'),
  individuals: count,
  seed,
  steps: z.array(z.number().min(-10).max(10)).min(3).max(33),
  enough: z.number().positive().describe('largest change of a held metric that is good enough, sd'),
  most: z.int().min(0).max(8).describe('corrections at most'),
  bolder: z.number().positive().describe('of the ridge, in a correction'),
  better: z.number().positive().max(1).describe('of side effect for own effect, for one to count'),
  farthest: z.number().positive().describe('sd of the data that a step may be long'),
  method: z
    .literal('secant')
    .optional()
    .describe('slopes learn from each measurement; before it was stored they did not'),
});

/** How a direction was found: with the model and its map, enough to find it again. `vector` is what counts. */
export const directionProtocol = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('aligned'), metric: metricId, circuits: count }),
  z.object({
    kind: z.literal('purified'),
    metric: metricId,
    held: z.array(metricId).max(16),
    ridge: z.number().positive().max(1e6),
    step: z.number().positive().max(10).describe('sd of the metric that one step shall move'),
    circuits: count.describe('held-out circuits around whose z effects were measured'),
    individuals: count,
    reach: z.number().positive().max(10).describe('whitened units either side of z'),
    refined: z.int().min(0).max(8).describe('times corrected by its own measured effects'),
    seed,
    corrections: correction.optional().describe('not known of those kept before it was stored'),
  }),
  z.object({
    kind: z.literal('function'),
    protocol: reservoirProtocol,
    circuits: count,
    sd: z
      .number()
      .positive()
      .optional()
      .describe('of the scores of these circuits; not known of those kept before it was stored'),
  }),
  z.object({
    kind: z.literal('difference'),
    towards: selection,
    from: selection,
  }),
  z.object({ kind: z.literal('principal'), component: z.int().min(0).max(63) }),
]);
export type DirectionProtocol = z.infer<typeof directionProtocol>;

const curve = z.array(z.number()).min(2).max(33);

/** What a direction does on held-out conditions, in standard deviations of the training circuits. */
export const measuredEffects = z.object({
  steps: curve,
  circuits: count,
  individuals: count,
  seed,
  metrics: z
    .array(
      z.object({
        metric: line(40).min(1).describe('a metric, or function: and a task'),
        mean: curve.describe('change from step 0, at each step'),
        low: curve.describe('95 % interval over circuits'),
        high: curve,
        change: z
          .object({ mean: z.number(), low: z.number(), high: z.number() })
          .describe('from the first step to the last'),
        spearman: z.number().min(-1).max(1).nullable().describe('of step and mean'),
      }),
    )
    .max(64),
});
export type MeasuredEffects = z.infer<typeof measuredEffects>;

const vector = z.array(z.number().min(-1e4).max(1e4)).min(1).max(64);

/** A direction that a person keeps for everybody; `modelSha256` says which model it was measured on. */
export const newDirection = z.object({
  modelId: id,
  modelSha256: sha256,
  name: nameOf('direction'),
  protocol: directionProtocol,
  vector: vector.describe('of one step, in latent units'),
  effects: measuredEffects.nullable(),
});
export type NewDirection = z.infer<typeof newDirection>;

export const savedDirection = newDirection.extend({
  id,
  labId: id,
  title: z.string().describe('of its names the one with the most votes'),
  distance: z.number().describe('of one step, in standard deviations of the data'),
  by: z.object({ name: z.string(), mine: z.boolean() }),
  createdAt: isoDate,
});
export type SavedDirection = z.infer<typeof savedDirection>;
