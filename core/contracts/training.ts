import { z } from 'zod';
import { id, seed, sha256 } from './ids.ts';
import { recordedRecipe, samplingRecipe } from './sampling.ts';
import { nameOf } from './text.ts';
import { wholeWithin, within } from './within.ts';

/**
 * Settings of one training, all visible on the page. Symbols as in the paper of Liu, Li & Chen and the model's docstrings.
 * This is how they stand in runs and models; what may be asked for today is `trainingSettings`.
 */
export const recordedSettings = z.object({
  latentZ: z.int().min(2).max(64).describe('dimensions of the blueprint z'),
  latentU: z.int().min(1).max(16).describe('dimensions of the individuality u, a neuron'),
  hidden: z.int().min(8).max(512).describe('width of the hidden layers'),
  refinements: z
    .int()
    .min(0)
    .max(8)
    .default(0)
    .describe('steps that better the posterior of u by what the decoder still gets wrong'),
  layers: z.int().min(1).max(6).describe('message-passing layers of the encoder'),
  circuitsPerEpoch: z.int().min(8).describe('fresh circuits sampled for each epoch'),
  epochs: z.int().min(1),
  batch: z.int().min(1),
  learningRate: z.number().positive(),
  betaZ: z.number().min(0).describe('weight of the divergence of z'),
  betaU: z
    .number()
    .min(0)
    .describe('weight of the divergence of u; at most 0.3 before the blueprint loss, rising after'),
  blueprintWeight: z.number().min(0).describe('weight λ of the blueprint loss'),
  blueprintFromEpoch: z.int().min(0),
  headWeight: z.number().min(0).describe('weight of the regression of metrics and dynamics from z'),
  checkpointEveryEpochs: z.int().min(1),
});
export type TrainingSettings = z.infer<typeof recordedSettings>;

const weight = (symbol: string) =>
  within(0, 1000, `The weight ${symbol} lies between 0 and 1,000.`);

/** Settings that may be asked for. */
export const trainingSettings = recordedSettings.extend({
  circuitsPerEpoch: wholeWithin(8, 100_000, 'An epoch has 8 to 100,000 circuits.'),
  epochs: wholeWithin(1, 10_000, 'Ask for 1 to 10,000 epochs.'),
  batch: wholeWithin(1, 4096, 'A batch has 1 to 4,096 circuits.'),
  learningRate: z
    .number()
    .positive('The learning rate is above 0.')
    .max(1, 'The learning rate is at most 1.'),
  betaZ: weight('β of z'),
  betaU: weight('β of u'),
  blueprintWeight: weight('λ of the blueprint'),
  blueprintFromEpoch: wholeWithin(0, 10_000, 'The blueprint starts between epoch 0 and 10,000.'),
  headWeight: weight('of the metric head'),
  checkpointEveryEpochs: wholeWithin(1, 10_000, 'A checkpoint is kept every 1 to 10,000 epochs.'),
});

export const presetId = z.enum(['smoke', 'standard', 'large']);
export type PresetId = z.infer<typeof presetId>;

/** A training as a run keeps it. */
export const recordedSpec = z.object({
  kind: z.literal('train'),
  connectomeId: id,
  name: z.string(),
  sampling: recordedRecipe,
  preset: presetId,
  settings: recordedSettings,
  seed,
});
export type TrainSpec = z.infer<typeof recordedSpec>;

/** A training that may be asked for. */
export const trainSpec = recordedSpec.extend({
  name: nameOf('model'),
  sampling: samplingRecipe,
  settings: trainingSettings,
});

/** A size in the unit of the connectome's table, or a number of synapses. */
export const weightKind = z.enum(['size', 'synapses']);
export type WeightKind = z.infer<typeof weightKind>;

/** Written as metadata `corpus` into corpus.safetensors. */
export const corpusHeader = z.object({
  format: z.literal('latentome-corpus-1'),
  connectome: z.object({ name: z.string(), sha256, isModel: z.boolean() }),
  recipe: recordedRecipe,
  hasPositions: z.boolean(),
  selfEdges: z.boolean(),
  depth: z.object({ mean: z.number(), sd: z.number().positive() }),
  categories: z.array(
    z.object({ field: z.enum(['class', 'layer', 'type']), values: z.array(z.string()) }),
  ),
  weight: weightKind
    .optional()
    .describe('what all weights of the connections are; absent where they are not of one kind'),
});
export type CorpusHeader = z.infer<typeof corpusHeader>;
