import { sizesOf, type SamplingRecipe, type TrainingSettings } from '~/core/contracts/index.ts';

/**
 * Numbers of four bytes that a training step holds for each ordered pair of each circuit of a batch, and more for each
 * refinement. XLA's own account of the compiled step (memory_analysis, CPU) at n 64: 175, 230, 283, 387 with 0, 1, 2, 4
 * refinements; the width counts for little.
 */
const perPair = 175;
const perRefinement = 53;

/** Memory of one training step beside the programs and the corpus, bytes: it grows with batch and N² of the largest size. */
export function stepMemory(
  recipe: Pick<SamplingRecipe, 'size' | 'otherSizes'>,
  { batch, refinements }: Pick<TrainingSettings, 'batch' | 'refinements'>,
): number {
  return 4 * (perPair + perRefinement * refinements) * batch * Math.max(...sizesOf(recipe)) ** 2;
}
