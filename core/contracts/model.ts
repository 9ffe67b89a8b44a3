import { z } from 'zod';
import { seed, sha256 } from './ids.ts';
import { metricId } from './metric-id.ts';
import { modelReport } from './report.ts';
import { corpusHeader, presetId, recordedSettings, weightKind } from './training.ts';

export * from './metric-id.ts';

const file = z.object({ sha256, bytes: z.int().positive() });
const perMetric = z.record(metricId, z.number().nullable());

const edgeFigures = z.object({ auc: z.number(), ap: z.number() });

const logSpread = z.object({ mean: z.number(), sd: z.number() });

/**
 * Weights of connections that exist, on the test fold; nats a connection are of the natural log of its weight. A connection
 * counts as often as test circuits hold it.
 */
export const weightFigures = z.object({
  edges: z.int().describe('different connections in the test circuits'),
  r2: z
    .number()
    .describe(
      'of log weights from mu at the means of z and u, against the mean of the training fold',
    ),
  nats: z.number().describe('of the model'),
  plain: z.number().describe('of one log-normal fitted to the connections of the training fold'),
  distanceOnly: z
    .number()
    .optional()
    .describe('of a log-normal whose mean hangs on distance alone; absent without positions'),
  test: logSpread.describe('of log weights of the test circuits'),
  drawn: logSpread.describe('of log weights of circuits drawn from the fitted prior'),
});
export type WeightFigures = z.infer<typeof weightFigures>;

/** The log-normal that weights are drawn from: ln weight = logMean + logSd (mu + sd times a standard normal). */
export const weightScale = z.object({
  of: weightKind.describe('synapses: drawn weights are rounded to the nearest count, at least 1'),
  logMean: z.number().describe('of the natural logs of weights in the training fold'),
  logSd: z.number().positive(),
  sd: z.number().positive().describe('around mu, in units of logSd'),
});
export type WeightScale = z.infer<typeof weightScale>;

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
  sizes: z
    .array(
      z.object({
        size: z.int(),
        circuits: z.int(),
        bits: z.object({ z: z.number(), u: z.number() }),
        edges: edgeFigures,
        metricR2: perMetric,
        metricR2Mean: z.number(),
      }),
    )
    .optional()
    .describe('the same of test circuits of each other size of the recipe'),
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
  weights: weightFigures.optional().describe('of models that tell weights'),
  onnxMaxError: z
    .number()
    .describe(
      'largest difference between ONNX and JAX on validation circuits: latents and probabilities absolutely (latents of a circuit that rounding alone moves farther than 1e-5, as a share of that), logits relative to those above 1',
    ),
  seconds: z.number(),
  report: modelReport.optional().describe('absent from models made before there was one'),
});
export type ModelFigures = z.infer<typeof modelFigures>;

/** model.json: its canonical bytes are hashed, and that hash is the model's identity. */
export const modelManifest = z.object({
  format: z.literal('latentome-model-1'),
  name: z.string(),
  files: z.object({
    encoder: file,
    decoder: file,
    map: file,
    weights: file.optional().describe('weights.onnx, of a model that tells weights'),
  }),
  latent: z.object({ z: z.int(), u: z.int() }),
  size: z.int().describe('N of its own circuits; recipe.corpus.recipe.otherSizes names others'),
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
  prior: z
    .object({
      mean: z.array(z.number()),
      covariance: z.array(z.array(z.number())),
      kernel: z
        .object({
          width: z.number().describe('share of the standard deviation of places that moves a draw'),
          scale: z.number().describe('of the distance of draws from the mean'),
          noise: z.array(z.number()).describe('standard deviations that the encoder leaves open'),
        })
        .optional()
        .describe('absent from models whose draws are Gaussian'),
    })
    .describe(
      'where draws of z come from: moments, and how the training circuits of the map are smoothed',
    ),
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
  weights: weightScale.optional().describe('with files.weights'),
});
export type ModelManifest = z.infer<typeof modelManifest>;

/** Metadata `map` of map.safetensors. */
export const mapHeader = z.object({
  format: z
    .enum(['latentome-map-1', 'latentome-map-2'])
    .describe('2: circuits of several sizes, whose members and bits follow each other in one row'),
  size: z.int().describe('N of the circuits of a model of one size; own size of one of several'),
  ids: z.array(z.string()).describe('neuron ids of the corpus, as text'),
  categories: corpusHeader.shape.categories,
});
export type MapHeader = z.infer<typeof mapHeader>;
