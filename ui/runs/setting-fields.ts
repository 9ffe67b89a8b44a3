import type { TrainingSettings } from '~/core/contracts/index.ts';

export type SettingField = {
  key: keyof TrainingSettings;
  label: string;
  hint?: string;
  group: 'Model' | 'Training' | 'Losses';
  step?: number;
};

/** Every setting of a training in the order of the form. */
export const settingFields: readonly SettingField[] = [
  { key: 'latentZ', label: 'Size of z', hint: 'blueprint', group: 'Model', step: 1 },
  { key: 'latentU', label: 'Size of u', hint: 'individuality', group: 'Model', step: 1 },
  { key: 'hidden', label: 'Hidden width', group: 'Model', step: 1 },
  { key: 'layers', label: 'Encoder layers', group: 'Model', step: 1 },
  { key: 'refinements', label: 'Refinements', hint: 'of u', group: 'Model', step: 1 },
  { key: 'epochs', label: 'Epochs', group: 'Training', step: 1 },
  {
    key: 'circuitsPerEpoch',
    label: 'Circuits',
    hint: 'fresh each epoch',
    group: 'Training',
    step: 1,
  },
  { key: 'batch', label: 'Batch', group: 'Training', step: 1 },
  { key: 'learningRate', label: 'Learning rate', group: 'Training' },
  {
    key: 'checkpointEveryEpochs',
    label: 'Checkpoint',
    hint: 'every so many epochs',
    group: 'Training',
    step: 1,
  },
  { key: 'betaZ', label: 'β of z', hint: 'divergence', group: 'Losses' },
  { key: 'betaU', label: 'β of u', hint: 'cheaper at first', group: 'Losses' },
  { key: 'blueprintWeight', label: 'Blueprint λ', group: 'Losses' },
  { key: 'blueprintFromEpoch', label: 'from epoch', hint: 'blueprint', group: 'Losses', step: 1 },
  { key: 'headWeight', label: 'Metric head', hint: 'metrics and dynamics from z', group: 'Losses' },
];

export const settingGroups = ['Model', 'Training', 'Losses'] as const;
