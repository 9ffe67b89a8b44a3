import type { BlockFolds, SlabFolds } from '../../contracts/index.ts';
import { balancedPattern } from './balanced-pattern.ts';
import { cutBoxes } from './boxes.ts';

const fewestBlocks = 9;
const mostBlocks = 12;
/** A block holds the neurons that a circuit of the default spreads is drawn among. */
const circuitsABlock = 3;
/** µm, for tissue as flat as a sheet */
const tiny = 1e-6;

type Tissue = {
  /** [K, 3] µm, of the neurons that pass the filters */
  position: Float64Array;
  /** [K] connections of each, both ways */
  degree: ArrayLike<number>;
};

/**
 * Folds to start from: nine to twelve blocks over the two horizontal axes (layers lie across depth), near squares, a
 * fifth of them for validation and a fifth for test; slabs where the tissue is too small for that.
 *
 * @param size neurons in a circuit
 */
export function proposedFolds({ position, degree }: Tissue, size: number): BlockFolds | SlabFolds {
  const [wide, deep] = [extent(position, 0), extent(position, 2)];
  const most = Math.min(mostBlocks, Math.floor(degree.length / (circuitsABlock * size)));
  const across = squarest(wide, deep, most);
  const axes: BlockFolds['axes'] = ['x', 'z'];
  if (!across) return slabProposal(deep > 1.1 * wide ? 'z' : 'x', Math.max(wide, deep));
  const { boxOf, boxes } = cutBoxes(position, { axes, across });
  const sides = [wide / across[0], deep / across[1]].filter((_, axis) => across[axis] !== 1);
  return {
    kind: 'blocks',
    axes,
    across,
    pattern: balancedPattern(boxOf, degree, boxes.length, Math.round(boxes.length / 5)),
    gapUm: gapOf(Math.min(...sides)),
  };
}

/** Five slabs, the test fold in the middle. */
export function slabProposal(axis: SlabFolds['axis'], span: number): SlabFolds {
  return { axis, slabs: 5, pattern: slabPattern('in the middle'), gapUm: gapOf(span / 5) };
}

/** Of five slabs; most tissue differs at its end from the rest, so a test there is the hardest. */
export function slabPattern(test: 'in the middle' | 'at the end'): SlabFolds['pattern'] {
  return test === 'at the end'
    ? ['train', 'train', 'train', 'validation', 'test']
    : ['train', 'train', 'test', 'train', 'validation'];
}

/** 20 µm, or a fifth of a part where the tissue is small. */
function gapOf(side: number): number {
  return Math.min(20, Math.round(side / 5));
}

/** Blocks across the two axes, as near to squares as their number allows; null where there are too few neurons. */
function squarest(wide: number, deep: number, most: number): BlockFolds['across'] | null {
  let best: { stretch: number; across: BlockFolds['across'] } | null = null;
  for (let columns = 1; columns <= most; columns++)
    for (let rows = 1; rows * columns <= most; rows++) {
      if (rows * columns < fewestBlocks) continue;
      const stretch = Math.abs(Math.log(((wide || tiny) * rows) / ((deep || tiny) * columns)));
      if (!best || stretch < best.stretch) best = { stretch, across: [columns, rows] };
    }
  return best?.across ?? null;
}

function extent(position: Float64Array, axis: number): number {
  let [low, high] = [Infinity, -Infinity];
  for (let k = axis; k < position.length; k += 3) {
    low = Math.min(low, position[k] ?? 0);
    high = Math.max(high, position[k] ?? 0);
  }
  return high - low;
}
