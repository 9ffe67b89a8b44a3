import { createHash } from 'node:crypto';
import { presets, type SamplingRecipe, type TrainSpec } from '~/core/contracts/index.ts';
import { writeConnectome } from '~/core/connectome/file.ts';
import { modelColumn, modelColumnDetails } from '~/core/connectome/model-column.ts';
import { writeCorpus } from '~/core/sampling/corpus.ts';
import { defaultRecipe } from '~/core/sampling/default-recipe.ts';
import { planCorpus } from '~/core/sampling/plan-corpus.ts';

/** The column of the demo lab is grown from this seed. */
export const columnSeed = 1;

const trainingSeed = 1;

/** Small enough for the tree, so that the first page shows a living map. */
const changes: Partial<SamplingRecipe> = {
  size: 48,
  counts: { train: 500, validation: 100, test: 150 },
  // As it was trained, before blocks were the folds to start from; a column is alike throughout.
  folds: {
    axis: 'x',
    slabs: 5,
    pattern: ['train', 'train', 'test', 'train', 'validation'],
    gapUm: 20,
  },
};

/**
 * corpus.safetensors of the starter model, the same bytes on every machine.
 * @param other what another corpus of the same column does otherwise
 */
export function starterCorpus(other: Partial<SamplingRecipe> = {}): {
  bytes: Uint8Array<ArrayBuffer>;
  recipe: SamplingRecipe;
} {
  const column = modelColumn({ seed: columnSeed });
  const recipe = { ...defaultRecipe(column), ...changes, ...other };
  const sha256 = createHash('sha256').update(writeConnectome(column)).digest('hex');
  const about = { name: modelColumnDetails.name, sha256, isModel: true };
  const corpus = planCorpus(column, recipe, about);
  return { bytes: writeCorpus(corpus), recipe };
}

/** What the worker is asked to train. */
export function starterSpec(sampling: SamplingRecipe): TrainSpec {
  const standard = presets.find((preset) => preset.id === 'standard');
  if (!standard) throw new Error('There is no standard preset.');
  return {
    kind: 'train',
    connectomeId: 'model-column',
    name: 'Starter: model column',
    sampling,
    preset: 'standard',
    settings: {
      ...standard.settings,
      hidden: 64,
      // each is some 150 kB of the encoder in the tree
      refinements: 2,
      circuitsPerEpoch: 2000,
      epochs: 20,
      betaZ: 0.05,
      betaU: 0.42,
    },
    seed: trainingSeed,
  };
}
