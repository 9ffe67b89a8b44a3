import { z } from 'zod';
import { id, seed, sha256 } from './ids.ts';
import { nullModelId } from './null-model-ids.ts';
import { reservoirTaskId } from './reservoir.ts';
import { nameOf } from './text.ts';
import { wholeWithin, within } from './within.ts';

const different = (values: readonly unknown[]) => new Set(values).size === values.length;
const twice = 'Each may be named once.';
const nulls = z.array(nullModelId).max(4).refine(different, twice);

/** What is measured of the circuits of a model's corpus; the most that may be asked for bounds a run to hours. */
export const measureSettings = z.object({
  structure: z.object({
    metrics: z.enum(['eight', 'all']).describe('those that a model learns, or every one there is'),
    nulls: nulls.min(1, 'Choose at least one null model.'),
    circuits: wholeWithin(1, 2000, 'Measure 1 to 2,000 circuits of each fold.'),
    draws: wholeWithin(2, 500, 'Draw 2 to 500 null circuits for each circuit.'),
  }),
  function: z
    .object({
      tasks: z
        .array(reservoirTaskId)
        .min(1, 'Choose at least one task.')
        .max(8)
        .refine(different, twice),
      radii: z
        .array(within(0.05, 3, 'Each spectral radius lies between 0.05 and 3.'))
        .min(1, 'Give at least one spectral radius.')
        .max(20, 'Give at most 20 spectral radii.')
        .refine(different, twice),
      inputs: wholeWithin(1, 32, 'Average over 1 to 32 input seeds.'),
      steps: wholeWithin(
        100,
        10_000,
        'A readout is fitted on 100 to 10,000 steps, and judged on as many.',
      ),
      train: wholeWithin(20, 5000, 'Fit on 20 to 5,000 training circuits.'),
      test: wholeWithin(10, 5000, 'Judge on 10 to 5,000 test circuits.'),
      nulls,
      nullCircuits: wholeWithin(2, 1000, 'Set 2 to 1,000 test circuits beside their nulls.'),
      nullDraws: wholeWithin(2, 100, 'Draw 2 to 100 null circuits for each of these.'),
    })
    .nullable(),
  seed,
});
export type MeasureSettings = z.infer<typeof measureSettings>;

/** A measurement that may be asked for. */
export const measureSpec = measureSettings.extend({ name: nameOf('run'), modelId: id });
export type MeasureSpec = z.infer<typeof measureSpec>;

/** A measurement as a run keeps it; the model is named by its hashes, as a worker fetches it. */
export const recordedMeasure = measureSettings.extend({
  kind: z.literal('measure'),
  name: z.string(),
  model: z.object({ id, sha256, encoder: sha256, decoder: sha256 }),
});
export type RecordedMeasure = z.infer<typeof recordedMeasure>;
