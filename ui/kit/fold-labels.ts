import type { FoldName } from '~/core/contracts/index.ts';

export const foldLabels: readonly { fold: FoldName; label: string }[] = [
  { fold: 'train', label: 'training' },
  { fold: 'validation', label: 'validation' },
  { fold: 'test', label: 'test' },
  { fold: 'gap', label: 'gap' },
];
