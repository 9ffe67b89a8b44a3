import type { FoldName } from '../contracts/index.ts';
import type { Corpus } from './corpus.ts';
import { circuitSampler } from './draw-circuit.ts';

const ofEachFold = 3;

export type FirstCircuit = {
  fold: Exclude<FoldName, 'gap'>;
  /** ascending corpus indices */
  members: Int32Array;
};

/**
 * The first circuits of each fold, those a run begins with; of each other size of the recipe the first.
 * @throws SamplingError when a fold is too small or a circuit with enough connections is not found
 */
export function firstCircuits(corpus: Corpus): FirstCircuit[] {
  return (['train', 'validation', 'test'] as const).flatMap((fold) => {
    const { recipe } = corpus.header;
    const { draw } = circuitSampler(corpus, fold);
    const count = Math.min(ofEachFold, recipe.counts[fold]);
    const others = recipe.otherSizes ?? [];
    return [
      ...Array.from({ length: count }, (_, index) => ({ fold, members: draw(index) })),
      ...others.map((size) => ({ fold, members: circuitSampler(corpus, fold, size).draw(0) })),
    ];
  });
}
