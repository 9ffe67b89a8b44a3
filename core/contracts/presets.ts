import type { PresetId, TrainingSettings } from './training.ts';
import type { SamplingRecipe } from './sampling.ts';

/** A choice of size for a training; every setting stays visible and can be changed. */
export type Preset = {
  id: PresetId;
  title: string;
  about: string;
  settings: TrainingSettings;
  /** neurons in a circuit it is meant for; a recipe's own size may differ */
  size: number;
  /** circuits of the map, which also set the scale of metrics and judge the model */
  counts: SamplingRecipe['counts'];
};

const standard: TrainingSettings = {
  latentZ: 16,
  latentU: 8,
  hidden: 96,
  refinements: 4,
  layers: 3,
  circuitsPerEpoch: 2500,
  epochs: 36,
  batch: 4,
  learningRate: 0.0015,
  betaZ: 0.14,
  betaU: 0.66,
  blueprintWeight: 32,
  blueprintFromEpoch: 3,
  headWeight: 2,
  checkpointEveryEpochs: 2,
};

/** Why these numbers: gpu-worker/LOG.md. */
export const presets: readonly Preset[] = [
  {
    id: 'smoke',
    title: 'Smoke',
    about:
      'Under a minute on two cores: shows that data, worker and page work. Its figures are poor.',
    settings: {
      ...standard,
      latentZ: 8,
      latentU: 4,
      hidden: 32,
      refinements: 1,
      layers: 2,
      circuitsPerEpoch: 300,
      epochs: 12,
      betaZ: 0.05,
      betaU: 0.42,
      blueprintFromEpoch: 1,
      checkpointEveryEpochs: 2,
    },
    size: 32,
    counts: { train: 300, validation: 60, test: 60 },
  },
  {
    id: 'standard',
    title: 'Standard',
    about: 'Minutes on two cores: a map of circuits of 64 neurons worth walking.',
    settings: standard,
    size: 64,
    counts: { train: 2000, validation: 300, test: 300 },
  },
  {
    id: 'large',
    title: 'Large',
    about: 'For a GPU: circuits of 128 neurons, a wider network, many more circuits.',
    settings: {
      ...standard,
      latentZ: 24,
      latentU: 12,
      hidden: 192,
      refinements: 2,
      layers: 4,
      circuitsPerEpoch: 8000,
      epochs: 60,
      batch: 64,
      learningRate: 0.002,
      checkpointEveryEpochs: 5,
    },
    size: 128,
    counts: { train: 8000, validation: 600, test: 600 },
  },
];
