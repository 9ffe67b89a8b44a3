import type { SamplingRecipe, TrainingSettings } from '~/core/contracts/index.ts';

/**
 * Numbers of four bytes that a training step holds for each ordered pair of each circuit of a batch. XLA's own
 * account of the compiled step (memory_analysis, CPU): 175 for smoke, 197 for
 * standard, 202 for large; the width counts for little.
 */
const perPair = 195;

/** Memory of one training step beside the programs and the corpus, bytes: it grows with batch and N². */
export function stepMemory(
  { size }: Pick<SamplingRecipe, 'size'>,
  { batch }: Pick<TrainingSettings, 'batch'>,
): number {
  return 4 * perPair * batch * size ** 2;
}
