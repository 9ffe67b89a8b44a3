import { z } from 'zod';
import { functionReport } from './function-report.ts';
import { seed } from './ids.ts';
import { ordersReport } from './orders-report.ts';
import { directionsReport } from './steering-report.ts';

/** Distributions inside a circuit by which samples of circuits are compared. */
export const statisticIds = [
  'in_degree',
  'out_degree',
  'clustering',
  'laplacian',
  'triads',
  'connection_length',
] as const;
export const statisticId = z.enum(statisticIds);
export type StatisticId = z.infer<typeof statisticId>;

/** What made the circuits that are compared with held-out ones; `validation` are observed ones of other tissue. */
export const generatorIds = [
  'model',
  'conditions_only',
  'distance_type',
  'erdos_renyi_train',
  'degree_train',
  'erdos_renyi_test',
  'degree_test',
  'validation',
] as const;
export const generatorId = z.enum(generatorIds);
export type GeneratorId = z.infer<typeof generatorId>;

const range = z.object({
  mean: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});

export const generationReport = z.object({
  seed,
  draws: z.int().min(1).describe('samples of each generator; low and high are over them'),
  circuits: z.int().min(1).describe('in each sample'),
  statistics: z.array(
    z.object({
      id: statisticId,
      distance: z.enum(['earth mover', 'total variation']),
      width: z.number().describe('of the Gaussian kernel: median distance of two test circuits'),
      trainTest: z.number().describe('MMD² of training and test circuits'),
    }),
  ),
  generators: z.array(
    z.object({
      id: generatorId,
      ratios: z
        .array(range.extend({ statistic: statisticId }))
        .describe('MMD²(generated, test) / MMD²(train, test)'),
      mean: range.describe('of the ratios of all statistics'),
      meanHalfWidth: z.number().nullable().describe('with a kernel half as wide'),
      meanDoubleWidth: z.number().nullable().describe('with a kernel twice as wide'),
    }),
  ),
  identity: z.object({
    valid: z.number().describe('share with as many connections as the sampler asks'),
    unique: z.number(),
    novel: z.number().describe('share not among the training circuits compared with'),
    all: z.number(),
  }),
  shapes: z.array(
    z.object({
      id: statisticId,
      x: z.array(z.union([z.number(), z.string()])).describe('middles of bins, or names of triads'),
      train: z.array(z.number()),
      test: z.array(z.number()),
      generated: z.array(z.number()),
    }),
  ),
});
export type GenerationReport = z.infer<typeof generationReport>;

/**
 * What a model's evaluation says beyond its figures; all on the test fold unless the name says otherwise. The last three
 * are measured by `npm run report`, not at the end of a run.
 */
export const modelReport = z.object({
  generation: generationReport,
  code: z
    .object({
      z: z.number(),
      u: z.number(),
      edges: z.number().describe('given z and u'),
      total: z.number(),
      conditionsOnly: z.number(),
      distanceType: z.number(),
    })
    .describe('bits it takes to tell a circuit'),
  sameTissue: z
    .object({
      circuits: z.int(),
      auc: z.number(),
      ap: z.number(),
      metricR2Mean: z.number(),
    })
    .describe('circuits not trained on, of neurons that were: what a random split measures'),
  directions: directionsReport.optional(),
  orders: ordersReport.optional(),
  function: functionReport.optional(),
});
export type ModelReport = z.infer<typeof modelReport>;
