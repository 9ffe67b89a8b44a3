import { foldNames, type SamplingRecipe } from '../contracts/index.ts';
import { Generator, streams } from '../random.ts';
import { undirected } from './adjacency.ts';
import { growRegion } from './region.ts';
import { SamplingError } from './sampling-error.ts';

/** Code of a fold in corpus files: 0 gap, 1 train, 2 validation, 3 test. */
export function foldCode(name: (typeof foldNames)[number]): number {
  return foldNames.indexOf(name);
}

/**
 * Folds by slabs of equal neuron count across an axis. A neuron nearer than half the gap to a cut between different
 * folds belongs to none, so neurons of different folds are at least the gap apart along the axis.
 *
 * @param position [K, 3] µm
 * @returns [K] fold codes
 */
export function slabFolds(
  position: Float32Array,
  folds: SamplingRecipe['folds'],
): Uint8Array<ArrayBuffer> {
  checkPattern(folds);
  const axis = { x: 0, y: 1, z: 2 }[folds.axis];
  const count = position.length / 3;
  const at = (row: number) => position[3 * row + axis] ?? 0;
  const order = Int32Array.from({ length: count }, (_, row) => row).sort(
    (a, b) => at(a) - at(b) || a - b,
  );
  const slabOf = (rank: number) => Math.floor((rank * folds.slabs) / count);
  const fold = new Uint8Array(count);
  const cuts: number[] = [];
  for (const [rank, row] of order.entries()) {
    const slab = slabOf(rank);
    fold[row] = foldCode(folds.pattern[slab] ?? 'gap');
    const previous = order[rank - 1];
    if (previous !== undefined && fold[previous] !== fold[row])
      cuts.push((at(previous) + at(row)) / 2);
  }
  // Only now, as a slab may be thinner than half the gap.
  for (let row = 0; row < count; row++)
    if (cuts.some((cut) => Math.abs(at(row) - cut) < folds.gapUm / 2)) fold[row] = foldCode('gap');
  return fold;
}

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
  folds: SamplingRecipe['folds'],
  seed: number,
): Uint8Array<ArrayBuffer> {
  checkPattern(folds);
  const graph = undirected(edges, neurons, () => true);
  const random = new Generator(seed, streams.sampling);
  const fold = new Uint8Array(neurons).fill(foldCode('train'));
  for (const name of ['test', 'validation'] as const) {
    const slabs = folds.pattern.filter((slab) => slab === name).length;
    const share = Math.round((neurons * slabs) / folds.slabs);
    const free = Int32Array.from({ length: neurons }, (_, row) => row).filter(
      (row) => fold[row] === foldCode('train'),
    );
    const centre = free[random.nextInt(free.length)] ?? 0;
    for (const row of growRegion(graph, free, centre, share, random)) fold[row] = foldCode(name);
  }
  return fold;
}

function checkPattern({ slabs, pattern }: SamplingRecipe['folds']): void {
  if (pattern.length !== slabs)
    throw new SamplingError(
      `The pattern names ${pattern.length} slabs, the recipe has ${slabs}; name a fold for each slab.`,
    );
  for (const name of ['train', 'validation', 'test'] as const)
    if (!pattern.includes(name))
      throw new SamplingError(`No slab is given to the fold "${name}"; give it at least one.`);
}
