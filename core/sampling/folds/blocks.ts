import type { BlockFolds } from '../../contracts/index.ts';
import { cutBoxes, type Box } from './boxes.ts';
import { foldCode } from './fold-code.ts';
import type { FoldMethod } from './fold-method.ts';
import { checkPattern } from './pattern.ts';

/**
 * Several blocks a fold: boxes in the plane of two axes, each given to a fold. A neuron nearer
 * than half the gap to a box of another fold belongs to none. Boxes fill the plane, so half a gap around a neuron that
 * is left lies wholly in its own fold, and neurons of different folds are at least the gap apart in that plane.
 */
export const blocks: FoldMethod<BlockFolds> = {
  id: 'blocks',
  name: 'Blocks',
  about:
    'Several blocks for each fold, cut across two axes, with a gap between different folds; blocks of one fold may touch.',
  codes(position, cut) {
    const { axes, across, pattern, gapUm } = cut;
    checkPattern(pattern, across[0] * across[1], 'block');
    const { boxOf, boxes } = cutBoxes(position, cut);
    const offsets = axes.map((name) => ({ x: 0, y: 1, z: 2 })[name]);
    return Uint8Array.from(boxOf, (own, row) => {
      const [a = 0, b = 0] = offsets.map((axis) => position[3 * row + axis] ?? 0);
      const near = boxes.some(
        (box, k) => pattern[k] !== pattern[own] && squaredDistance(box, a, b) < (gapUm / 2) ** 2,
      );
      return foldCode(near ? 'gap' : (pattern[own] ?? 'gap'));
    });
  },
};

/** From a point to the nearest of a box, squared; the same operations in Python. */
function squaredDistance({ from, to }: Box, a: number, b: number): number {
  const beside = Math.max(0, from[0] - a, a - to[0]);
  const beyond = Math.max(0, from[1] - b, b - to[1]);
  return beside * beside + beyond * beyond;
}
