import { expect, it } from 'vitest';
import { samplingRecipe, type Folds } from '~/core/contracts/index.ts';
import { foldKinds, foldsOf, foldWords, kindOf, resized, resizedBlocks } from './fold-kinds.ts';

const slabs: Folds = {
  axis: 'z',
  slabs: 3,
  pattern: ['train', 'test', 'validation'],
  gapUm: 7,
};

it('keeps the folds there are when the number of slabs changes', () => {
  expect(resized(['train', 'test', 'validation'], 5)).toEqual([
    'train',
    'test',
    'validation',
    'train',
    'train',
  ]);
  expect(resized(['train', 'test', 'validation'], 2)).toEqual(['train', 'test']);
});

it('every kind is what it was chosen as, may be asked for and keeps the gap', () => {
  let folds: Folds = slabs;
  for (const { value } of [...foldKinds, ...foldKinds.toReversed()]) {
    folds = foldsOf(value, folds, slabs);
    expect(kindOf(folds)).toBe(value);
    expect(folds.gapUm).toBe(7);
    expect(samplingRecipe.def.shape.folds.safeParse(folds).error).toBeUndefined();
  }
});

it('goes back to the blocks that were proposed', () => {
  const proposed = resizedBlocks(
    { kind: 'blocks', axes: ['z', 'y'], across: [1, 1], pattern: [], gapUm: 20 },
    [2, 3],
  );
  const end = foldsOf('end slab', proposed, proposed);
  expect(end).toMatchObject({
    axis: 'z',
    pattern: ['train', 'train', 'train', 'validation', 'test'],
  });
  expect(foldsOf('blocks', end, proposed)).toEqual(proposed);
});

it('tells of blocks as they are proposed that the test was chosen to resemble training, and of no others', () => {
  const proposed: Folds = {
    kind: 'blocks',
    axes: ['x', 'z'],
    across: [1, 3],
    pattern: ['validation', 'train', 'test'],
    gapUm: 20,
  };
  expect(foldWords({ ...proposed, gapUm: 5 }, proposed)).toContain('resembles training');
  const byHand: Folds = { ...proposed, pattern: ['train', 'validation', 'test'] };
  for (const other of [byHand, slabs, resizedBlocks(proposed, [3, 3])])
    expect(foldWords(other, proposed)).not.toContain('resembles');
  expect(foldWords(proposed, slabs)).not.toContain('resembles');
  expect(foldWords(byHand, proposed)).toContain('may touch');
});
