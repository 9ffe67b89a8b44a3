import type { SlabFolds } from '../../contracts/index.ts';
import { foldCode } from './fold-code.ts';
import type { FoldMethod } from './fold-method.ts';
import { checkPattern } from './pattern.ts';

/**
 * Slabs of equal neuron count across an axis. A neuron nearer than half the gap to a cut between different folds
 * belongs to none, so neurons of different folds are at least the gap apart along the axis.
 */
export const slabs: FoldMethod<SlabFolds> = {
  id: 'slabs',
  name: 'Slabs',
  about: 'Slabs of equal neuron count across one axis, with a gap between different folds.',
  codes(position, { axis: across, slabs: parts, pattern, gapUm }) {
    checkPattern(pattern, parts, 'slab');
    const axis = { x: 0, y: 1, z: 2 }[across];
    const count = position.length / 3;
    const at = (row: number) => position[3 * row + axis] ?? 0;
    const order = Int32Array.from({ length: count }, (_, row) => row).sort(
      (a, b) => at(a) - at(b) || a - b,
    );
    const slabOf = (rank: number) => Math.floor((rank * parts) / count);
    const fold = new Uint8Array(count);
    const cuts: number[] = [];
    for (const [rank, row] of order.entries()) {
      fold[row] = foldCode(pattern[slabOf(rank)] ?? 'gap');
      const previous = order[rank - 1];
      if (previous !== undefined && fold[previous] !== fold[row])
        cuts.push((at(previous) + at(row)) / 2);
    }
    // Only now, as a slab may be thinner than half the gap.
    for (let row = 0; row < count; row++)
      if (cuts.some((cut) => Math.abs(at(row) - cut) < gapUm / 2)) fold[row] = foldCode('gap');
    return fold;
  },
};
