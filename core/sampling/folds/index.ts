import type { Folds, SamplingRecipe } from '../../contracts/index.ts';
import { SamplingError } from '../sampling-error.ts';
import { blocks } from './blocks.ts';
import { foldCode } from './fold-code.ts';
import { regionFolds } from './regions.ts';
import { slabs } from './slabs.ts';

export { foldCode } from './fold-code.ts';

/** Every way to cut tissue into folds, by its id in recipes; a recipe that names none means slabs. */
export const foldMethods = { blocks, slabs };

/**
 * Cuts the neurons into folds by the recipe: in space where they have positions, else on the graph.
 *
 * @param position [K, 3] µm, or null
 * @param edges [E, 2] corpus indices
 * @returns [K] fold codes
 * @throws SamplingError when the cut does not fit, or leaves a fold without a neuron.
 */
export function cutFolds(
  position: Float32Array | null,
  edges: Int32Array,
  neurons: number,
  { folds, seed }: Pick<SamplingRecipe, 'folds' | 'seed'>,
): Uint8Array<ArrayBuffer> {
  const fold = position ? inSpace(position, folds) : regionFolds(edges, neurons, folds, seed);
  for (const name of ['train', 'validation', 'test'] as const)
    if (!fold.includes(foldCode(name)))
      throw new SamplingError(
        `The cut leaves no neuron to the ${name} fold. ` +
          'Choose fewer or larger parts, a smaller gap or weaker filters.',
      );
  return fold;
}

function inSpace(position: Float32Array, folds: Folds): Uint8Array<ArrayBuffer> {
  return folds.kind === 'blocks' ? blocks.codes(position, folds) : slabs.codes(position, folds);
}
