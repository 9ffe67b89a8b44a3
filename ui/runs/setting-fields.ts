import type { TrainingSettings } from '~/core/contracts/index.ts';

export type SettingField = {
  key: keyof TrainingSettings;
  label: string;
  group: 'Model' | 'Training' | 'Losses';
  step?: number;
};

/** Every setting of a training in the order of the form; their meaning comes from the contract itself. */
export const settingFields: readonly SettingField[] = [
  { key: 'latentZ', label: 'Dimensions of z', group: 'Model', step: 1 },
  { key: 'latentU', label: 'Dimensions of u', group: 'Model', step: 1 },
  { key: 'hidden', label: 'Hidden width', group: 'Model', step: 1 },
  { key: 'layers', label: 'Encoder layers', group: 'Model', step: 1 },
  { key: 'epochs', label: 'Epochs', group: 'Training', step: 1 },
  { key: 'circuitsPerEpoch', label: 'Circuits an epoch', group: 'Training', step: 1 },
  { key: 'batch', label: 'Batch', group: 'Training', step: 1 },
  { key: 'learningRate', label: 'Learning rate', group: 'Training' },
  { key: 'checkpointEveryEpochs', label: 'Checkpoint every', group: 'Training', step: 1 },
  { key: 'betaZ', label: 'β of z', group: 'Losses' },
  { key: 'betaU', label: 'β of u', group: 'Losses' },
  { key: 'blueprintWeight', label: 'Blueprint λ', group: 'Losses' },
  { key: 'blueprintFromEpoch', label: 'Blueprint from epoch', group: 'Losses', step: 1 },
  { key: 'headWeight', label: 'Metric head', group: 'Losses' },
];

export const settingGroups = ['Model', 'Training', 'Losses'] as const;
