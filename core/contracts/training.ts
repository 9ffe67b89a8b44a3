import { z } from 'zod';
import { id, seed, sha256 } from './ids.ts';
import { samplingRecipe } from './sampling.ts';

/** Settings of one training, all visible on the page. Symbols as in the paper of Liu, Li & Chen and the model's docstrings. */
export const trainingSettings = z.object({
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
  betaU: z.number().min(0).describe('weight of the divergence of u'),
  blueprintWeight: z.number().min(0).describe('weight λ of the blueprint loss'),
  blueprintFromEpoch: z.int().min(0),
  headWeight: z.number().min(0).describe('weight of the regression of metrics from z'),
  checkpointEveryEpochs: z.int().min(1),
});
export type TrainingSettings = z.infer<typeof trainingSettings>;

export const presetId = z.enum(['smoke', 'standard', 'large']);
export type PresetId = z.infer<typeof presetId>;

export const trainSpec = z.object({
  kind: z.literal('train'),
  connectomeId: id,
  name: z.string().min(1).max(80),
  sampling: samplingRecipe,
  preset: presetId,
  settings: trainingSettings,
  seed,
});
export type TrainSpec = z.infer<typeof trainSpec>;

/** Written as metadata `corpus` into corpus.safetensors. */
export const corpusHeader = z.object({
  format: z.literal('latentome-corpus-1'),
  connectome: z.object({ name: z.string(), sha256, isModel: z.boolean() }),
  recipe: samplingRecipe,
  hasPositions: z.boolean(),
  selfEdges: z.boolean(),
  depth: z.object({ mean: z.number(), sd: z.number().positive() }),
  categories: z.array(
    z.object({ field: z.enum(['class', 'layer', 'type']), values: z.array(z.string()) }),
  ),
});
export type CorpusHeader = z.infer<typeof corpusHeader>;
