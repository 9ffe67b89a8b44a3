import type { Folds } from '../../contracts/index.ts';
import { Generator, streams } from '../../random.ts';
import { undirected } from '../adjacency.ts';
import { growRegion } from '../region.ts';
import { foldCode } from './fold-code.ts';
import { checkPattern } from './pattern.ts';

/**
 * Folds where there are no positions: for test, then validation, a connected region is grown from a random neuron,
 * breadth first, up to its share of the pattern; training is what remains. Neurons are disjoint; there is no gap.
 *
 * @param edges [E, 2] corpus indices
 * @returns [K] fold codes
 */
export function regionFolds(
  edges: Int32Array,
  neurons: number,
  folds: Folds,
  seed: number,
): Uint8Array<ArrayBuffer> {
  const parts = folds.kind === 'blocks' ? folds.pattern.length : folds.slabs;
  checkPattern(folds.pattern, parts, folds.kind === 'blocks' ? 'block' : 'slab');
  const graph = undirected(edges, neurons, () => true);
  const random = new Generator(seed, streams.sampling);
  const fold = new Uint8Array(neurons).fill(foldCode('train'));
  for (const name of ['test', 'validation'] as const) {
    const named = folds.pattern.filter((part) => part === name).length;
    const share = Math.round((neurons * named) / parts);
    const free = Int32Array.from({ length: neurons }, (_, row) => row).filter(
      (row) => fold[row] === foldCode('train'),
    );
    const centre = free[random.nextInt(free.length)] ?? 0;
    for (const row of growRegion(graph, free, centre, share, random)) fold[row] = foldCode(name);
  }
  return fold;
}
