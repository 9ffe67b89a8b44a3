import type { BlockFolds, Folds, SlabFolds } from '~/core/contracts/index.ts';
import { foldMethods } from '~/core/sampling/folds/index.ts';
import { slabPattern } from '~/core/sampling/folds/proposals.ts';
import { spreadPattern } from '~/core/sampling/folds/spread-pattern.ts';

export type FoldKind = 'blocks' | 'slabs' | 'end slab';

/** What a person chooses among; an end slab is slabs with the test fold outermost. */
export const foldKinds: readonly { value: FoldKind; label: string; about: string }[] = [
  { value: 'blocks', label: 'blocks', about: foldMethods.blocks.about },
  { value: 'slabs', label: 'slabs', about: foldMethods.slabs.about },
  {
    value: 'end slab',
    label: 'end slab for the test',
    about: 'Slabs, the test fold at one end: the hardest test, as that end differs from the rest.',
  },
];

/** What the chosen folds mean; of the proposed blocks also that the test fold was chosen to resemble training. */
export function foldWords(folds: Folds, proposed: Folds): string {
  const about = foldKinds.find(({ value }) => value === kindOf(folds))?.about ?? '';
  const balanced =
    folds.kind === 'blocks' &&
    proposed.kind === 'blocks' &&
    (['axes', 'across', 'pattern'] as const).every(
      (key) => folds[key].join() === proposed[key].join(),
    );
  return balanced
    ? `${about} As proposed here, test and validation are the blocks whose neurons have about as many connections as those of training, so the test resembles training; other tissue may differ more.`
    : about;
}

export function kindOf(folds: Folds): FoldKind {
  if (folds.kind === 'blocks') return 'blocks';
  const inner = folds.pattern.slice(1, -1);
  const ends = [folds.pattern[0], folds.pattern.at(-1)].filter((fold) => fold === 'test');
  return ends.length === 1 && !inner.includes('test') ? 'end slab' : 'slabs';
}

/** Folds of another kind to go on from: the gap stays, blocks are those proposed where there are any. */
export function foldsOf(kind: FoldKind, now: Folds, proposed: Folds): Folds {
  const { gapUm } = now;
  if (kind === 'blocks') {
    if (proposed.kind === 'blocks') return { ...proposed, gapUm };
    const across: BlockFolds['across'] = [3, 3];
    return { kind: 'blocks', axes: ['x', 'z'], across, pattern: spreadPattern(across), gapUm };
  }
  const axis: SlabFolds['axis'] = now.kind === 'blocks' ? now.axes[0] : now.axis;
  const where = kind === 'end slab' ? 'at the end' : 'in the middle';
  return { axis, slabs: 5, pattern: slabPattern(where), gapUm };
}

/** A pattern of another length: cut, or gone on with training slabs. */
export function resized(pattern: Folds['pattern'], slabs: number): Folds['pattern'] {
  return Array.from({ length: slabs }, (_, index) => pattern[index] ?? 'train');
}

/** Blocks of another number: the fixed checker, as no block stays where it was. */
export function resizedBlocks(folds: BlockFolds, across: BlockFolds['across']): BlockFolds {
  return { ...folds, across, pattern: spreadPattern(across) };
}
