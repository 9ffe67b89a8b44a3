import { z } from 'zod';
import { id, isoDate, sha256 } from './ids.ts';
import { recordedMeasure } from './measure.ts';
import { metricId } from './model.ts';
import { nullModelId } from './null-model-ids.ts';
import { reservoirProtocol } from './reservoir.ts';
import { line } from './text.ts';

const value = z.number().nullable().describe('null: not defined');
const fold = z.enum(['train', 'validation', 'test']);

/** One metric of one fold beside one null; means over the circuits for which it is defined. */
const structureRow = z.object({
  null: nullModelId,
  fold,
  metric: line(40).describe('id of a structure metric'),
  circuits: z.int(),
  defined: z.int(),
  mean: value,
  sd: value,
  nullMean: value,
  low: value.describe('of the interval that holds 95 % of the draws, mean over circuits'),
  high: value,
  zMean: value,
  zSd: value,
  outside95: value.describe('share of circuits outside the interval of their own draws'),
});
export type StructureRow = z.infer<typeof structureRow>;

/** What scores are predicted from: `both` is z and the eight metrics. */
export const predictorIds = ['z', 'metrics', 'both', 'conditions'] as const;
export const predictorId = z.enum(predictorIds);
export type PredictorId = z.infer<typeof predictorId>;

const radius = z.number().describe('spectral radius the weights are scaled to');
const interval = { low: value, high: value };

/** Scores of one task. Intervals of `explained` and `reciprocity` are over resampled circuits. */
const functionTask = z.object({
  protocol: reservoirProtocol,
  measured: z.object({ train: z.int(), test: z.int() }).describe('circuits with a score'),
  curve: z.array(
    z.object({
      radius,
      mean: value.describe('of test circuits and input seeds'),
      low: value.describe('of the range that holds 95 % of test circuits'),
      high: value,
      inputLow: value.describe('least mean of one input seed'),
      inputHigh: value,
    }),
  ),
  explained: z.array(
    z.object({
      from: predictorId,
      radius,
      r2: value.describe('on the test fold; settings chosen by regions of the training fold'),
      ...interval,
      sameTissue: value.describe('R² on a random split of the training circuits'),
    }),
  ),
  goesWith: z.array(
    z.object({
      metric: metricId,
      radius,
      rho: value.describe('Spearman, test circuits'),
      held: value.describe('the same of ranks, the other seven metrics held'),
    }),
  ),
  nulls: z.array(
    z.object({
      null: nullModelId,
      radius,
      circuits: z.int(),
      mean: value,
      nullMean: value,
      difference: value.describe('of a circuit and the mean of its draws'),
      ...interval,
      zMean: value,
      outside95: value,
    }),
  ),
  reciprocity: z.array(
    z.object({
      radius,
      effect: value.describe(
        'score of draws that keep degrees and reciprocity, less that of draws that keep degrees alone',
      ),
      ...interval,
      kept: value.describe('mean reciprocity of the first'),
      rewired: value.describe('mean reciprocity of the second'),
    }),
  ),
});
export type FunctionTask = z.infer<typeof functionTask>;

/** What a run of kind `measure` found. Its canonical bytes are hashed; the same spec gives the same. */
export const measurementResult = z.object({
  format: z.literal('latentome-measurement-1'),
  spec: recordedMeasure,
  corpusSha256: sha256,
  code: line(80).describe('version of latentome_worker'),
  structure: z.array(structureRow).max(2000),
  function: z.array(functionTask).max(8).nullable(),
});
export type MeasurementResult = z.infer<typeof measurementResult>;

export const measurementSummary = z.object({
  id,
  labId: id,
  modelId: id,
  runId: id.nullable(),
  name: z.string(),
  sha256: sha256.describe('of the result'),
  createdAt: isoDate,
});
export type MeasurementSummary = z.infer<typeof measurementSummary>;

export const measurementDetail = measurementSummary.extend({ result: measurementResult });
export type MeasurementDetail = z.infer<typeof measurementDetail>;
