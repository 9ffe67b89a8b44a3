import { z } from 'zod';
import { seed, sha256 } from './ids.ts';
import { metricId } from './metric-id.ts';
import { modelReport } from './report.ts';
import { corpusHeader, presetId, recordedSettings } from './training.ts';

export * from './metric-id.ts';

const file = z.object({ sha256, bytes: z.int().positive() });
const perMetric = z.record(metricId, z.number().nullable());

const edgeFigures = z.object({ auc: z.number(), ap: z.number() });

/** All on the test fold, spatially disjoint from training, unless the name says otherwise. */
export const modelFigures = z.object({
  circuits: z.object({ train: z.int(), validation: z.int(), test: z.int() }),
  bits: z.object({ z: z.number(), u: z.number() }).describe('rate, bits a circuit'),
  edges: z.object({
    model: edgeFigures.describe('z and u of the encoded circuit'),
    conditionsOnly: edgeFigures.describe('the same decoder without z and u'),
    distanceType: edgeFigures.describe('logistic model of type x type x distance'),
  }),
  metricR2: perMetric.describe(
    'metrics of 20 individuals sampled from z against the encoded circuit',
  ),
  metricR2Mean: z.number(),
  generation: z.array(
    z.object({
      metric: metricId,
      train: z.object({ mean: z.number(), sd: z.number() }),
      test: z.object({ mean: z.number(), sd: z.number() }),
      generated: z
        .object({ mean: z.number(), sd: z.number() })
        .describe('draws from the fitted prior'),
    }),
  ),
  onnxMaxError: z
    .number()
    .describe(
      'largest difference between ONNX and JAX on validation circuits: latents and probabilities absolutely, logits relative to those above 1',
    ),
  seconds: z.number(),
  report: modelReport.optional().describe('absent from models made before there was one'),
});
export type ModelFigures = z.infer<typeof modelFigures>;

/** model.json: its canonical bytes are hashed, and that hash is the model's identity. */
export const modelManifest = z.object({
  format: z.literal('latentome-model-1'),
  name: z.string(),
  files: z.object({ encoder: file, decoder: file, map: file }),
  latent: z.object({ z: z.int(), u: z.int() }),
  size: z.int().describe('N the model was trained at'),
  conditions: z.object({
    scaleUm: z.number().describe('unit of relative positions, µm'),
    depth: corpusHeader.shape.depth,
    categories: corpusHeader.shape.categories,
    width: z.int().describe('F: 4 positional columns and the one-hot columns'),
  }),
  hasPositions: z.boolean(),
  selfEdges: z.boolean(),
  metrics: z
    .array(z.object({ metric: metricId, mean: z.number(), sd: z.number() }))
    .describe('of the training circuits'),
  prior: z.object({ mean: z.array(z.number()), covariance: z.array(z.array(z.number())) }),
  principal: z
    .object({
      origin: z.array(z.number()),
      axes: z.array(z.array(z.number())),
      share: z.array(z.number()),
    })
    .describe('principal components of the encoded circuits: origin, unit axes, share of variance'),
  recipe: z.object({
    preset: presetId,
    settings: recordedSettings,
    seed,
    corpusSha256: sha256,
    corpus: corpusHeader,
    code: z.string().describe('version of latentome_worker'),
  }),
  figures: modelFigures,
});
export type ModelManifest = z.infer<typeof modelManifest>;

/** Metadata `map` of map.safetensors. */
export const mapHeader = z.object({
  format: z.literal('latentome-map-1'),
  size: z.int(),
  ids: z.array(z.string()).describe('neuron ids of the corpus, as text'),
  categories: corpusHeader.shape.categories,
});
export type MapHeader = z.infer<typeof mapHeader>;
