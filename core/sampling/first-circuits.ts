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
 * The first circuits of each fold, those a run begins with.
 * @throws SamplingError when a fold is too small or a circuit with enough connections is not found
 */
export function firstCircuits(corpus: Corpus): FirstCircuit[] {
  return (['train', 'validation', 'test'] as const).flatMap((fold) => {
    const { draw } = circuitSampler(corpus, fold);
    const count = Math.min(ofEachFold, corpus.header.recipe.counts[fold]);
    return Array.from({ length: count }, (_, index) => ({ fold, members: draw(index) }));
  });
}
