import type { SamplingRecipe, TrainingSettings } from '~/core/contracts/index.ts';

type Work = {
  size: SamplingRecipe['size'];
  settings: Pick<TrainingSettings, 'epochs' | 'circuitsPerEpoch' | 'hidden'>;
};

/** Work of a training against that of its preset: circuits seen, times pairs, times hidden width. */
export function relativeWork(asked: Work, preset: Work): number {
  const work = ({ size, settings }: Work) =>
    settings.epochs * settings.circuitsPerEpoch * size ** 2 * settings.hidden;
  return work(asked) / work(preset);
}

/** "about six minutes", and how far the changes move it when they do. */
export function estimateWords(estimate: string, ratio: number): string {
  if (!Number.isFinite(ratio) || (ratio > 0.9 && ratio < 1.1)) return estimate;
  const times = ratio < 1 ? ratio.toFixed(2) : ratio.toFixed(1);
  return `${times} × the work of the preset, which takes ${estimate}`;
}
