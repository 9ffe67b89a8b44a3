import { metricIds, type ClaimResponse, type ModelManifest } from '~/core/contracts/index.ts';
import { hashOf } from './worker-client.ts';

export type ModelFiles = Record<'encoder' | 'decoder' | 'map', Uint8Array<ArrayBuffer>>;

const noneExplained = {
  density: 0,
  reciprocity: 0,
  clustering: 0,
  cv_out: 0,
  cv_in: 0,
  feed_forward: 0,
  cycles: 0,
  in_out_correlation: 0,
};

/** Three files that are no nets: the queue does not look inside. */
export const modelFiles = (of: string): ModelFiles => ({
  encoder: new TextEncoder().encode(`encoder of ${of}`),
  decoder: new TextEncoder().encode(`decoder of ${of}`),
  map: new TextEncoder().encode(`map of ${of}`),
});

/** A manifest that fits the claimed run and these files. */
export function manifestFor(claimed: ClaimResponse, files: ModelFiles): ModelManifest {
  const { spec, corpusSha256 } = claimed;
  if (spec.kind !== 'train') throw new Error('This run makes no model.');
  const file = (bytes: Uint8Array) => ({ sha256: hashOf(bytes), bytes: bytes.length });
  const zero = { mean: 0, sd: 1 };
  const half = { auc: 0.5, ap: 0.5 };
  return {
    format: 'latentome-model-1',
    name: spec.name,
    files: { encoder: file(files.encoder), decoder: file(files.decoder), map: file(files.map) },
    latent: { z: spec.settings.latentZ, u: spec.settings.latentU },
    size: spec.sampling.size,
    conditions: { scaleUm: 60, depth: zero, categories: [], width: 4 },
    hasPositions: true,
    selfEdges: false,
    metrics: metricIds.map((metric) => ({ metric, ...zero })),
    prior: {
      mean: [0, 0],
      covariance: [
        [1, 0],
        [0, 1],
      ],
    },
    principal: {
      origin: [0, 0],
      axes: [
        [1, 0],
        [0, 1],
      ],
      share: [0.6, 0.4],
    },
    recipe: {
      preset: spec.preset,
      settings: spec.settings,
      seed: spec.seed,
      corpusSha256,
      corpus: {
        format: 'latentome-corpus-1',
        connectome: { name: 'Small sheet', sha256: corpusSha256, isModel: true },
        recipe: spec.sampling,
        hasPositions: true,
        selfEdges: false,
        depth: zero,
        categories: [],
      },
      code: 'test',
    },
    figures: {
      circuits: spec.sampling.counts,
      bits: { z: 1, u: 1 },
      edges: { model: half, conditionsOnly: half, distanceType: half },
      metricR2: noneExplained,
      metricR2Mean: 0,
      generation: [],
      onnxMaxError: 1e-6,
      seconds: 1,
    },
  };
}
