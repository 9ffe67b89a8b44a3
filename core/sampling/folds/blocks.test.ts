import { expect, test } from 'vitest';
import type { BlockFolds } from '../../contracts/index.ts';
import { balancedPattern } from './balanced-pattern.ts';
import { cutBoxes } from './boxes.ts';
import { cutFolds, foldCode } from './index.ts';
import { proposedFolds } from './proposals.ts';
import { spreadPattern } from './spread-pattern.ts';

/** Somata on a lattice, 10 µm apart: 12 along x, 2 along y, 8 along z. */
const points = Array.from({ length: 12 * 2 * 8 }, (_, k) => ({
  x: 10 * (k % 12),
  y: 10 * (Math.floor(k / 12) % 2),
  z: 10 * Math.floor(k / 24),
}));
const position = Float32Array.from(points.flatMap(({ x, y, z }) => [x, y, z]));
const cut: BlockFolds = {
  kind: 'blocks',
  axes: ['x', 'z'],
  across: [3, 2],
  pattern: ['train', 'test', 'validation', 'train', 'train', 'train'],
  gapUm: 0,
};

const foldsBy = (folds: BlockFolds) =>
  cutFolds(position, new Int32Array(), points.length, { folds, seed: 1 });

test('blocks lie where the pattern says, column by column', () => {
  const fold = foldsBy(cut);
  points.forEach(({ x, z }, k) => {
    const [column, row] = [Math.floor(x / 40), Math.floor(z / 40)];
    expect(fold[k]).toBe(foldCode(cut.pattern[2 * column + row] ?? 'gap'));
  });
});

test('neurons near a block of another fold fall into the gap, and no others', () => {
  const fold = foldsBy({ ...cut, gapUm: 10.2 });
  points.forEach(({ x, z }, k) => {
    // 5 µm from the cuts at x 35 and 75 and at z 35; the third column is all training, the first and second are mixed.
    const besideCut = z === 30 || z === 40;
    const inGap =
      x < 75 ? besideCut || x === 30 || x === 40 || (x === 70 && z < 35) : x === 80 && z < 35;
    const corner = (x === 70 || x === 80) && besideCut;
    if (!corner) expect([x, z, fold[k] === 0]).toEqual([x, z, inGap]);
  });
  const at = (x: number, z: number) => fold[points.findIndex((p) => p.x === x && p.z === z)];
  // Training on both sides, but the validation block's corner is 7.1 µm away: further than half the gap.
  expect(at(80, 40)).toBe(foldCode('train'));
  expect(at(70, 40)).toBe(foldCode('gap'));
});

test.each([
  [{ gapUm: 200 }, /leaves no neuron to the train fold/],
  [{ axes: ['z', 'z'] as BlockFolds['axes'] }, /z is named twice/],
  [{ across: [16, 16] as BlockFolds['across'] }, /names 6 blocks, the recipe has 256/],
  [
    { across: [16, 16] as BlockFolds['across'], pattern: spreadPattern([16, 16]) },
    /192 neurons cannot fill 256 blocks/,
  ],
  [{ pattern: Array<'train'>(6).fill('train') }, /No block is given to the fold "validation"/],
])('a cut that cannot be followed is said in words', (change, message) => {
  expect(() => foldsBy({ ...cut, ...change })).toThrow(message);
});

test.each([
  [2, 2],
  [3, 3],
  [5, 4],
  [1, 12],
  [16, 16],
])(
  'the checker of %i by %i gives every fold a block, none beside another of its fold',
  (columns, rows) => {
    const pattern = spreadPattern([columns, rows]);
    expect(new Set(pattern)).toEqual(new Set(['train', 'validation', 'test']));
    pattern.forEach((fold, block) => {
      if (fold === 'train') return;
      if ((block + 1) % rows !== 0) expect(pattern[block + 1]).not.toBe(fold);
      expect(pattern[block + rows]).not.toBe(fold);
    });
  },
);

test('a balanced pattern is the best of all: no swap brings the folds nearer', () => {
  const value = Float64Array.from(points, ({ x, z }, k) => x * z + ((k * 7919) % 13));
  const { boxOf } = cutBoxes(position, { axes: ['x', 'z'], across: [3, 3] });
  const apart = (pattern: readonly string[]) => {
    const means = ['train', 'validation', 'test'].map((fold) => {
      const inside = [...value].filter((_, k) => pattern[boxOf[k] ?? 0] === fold);
      return inside.reduce((sum, one) => sum + one, 0) / inside.length;
    });
    return Math.max(...means) - Math.min(...means);
  };
  const pattern = balancedPattern(boxOf, value, 9, 2);
  expect(pattern.filter((fold) => fold === 'test')).toHaveLength(2);
  expect(pattern.filter((fold) => fold === 'validation')).toHaveLength(2);
  for (let a = 0; a < 9; a++)
    for (let b = 0; b < a; b++) {
      const swapped = pattern.with(a, pattern[b] ?? 'train').with(b, pattern[a] ?? 'train');
      expect(apart(swapped)).toBeGreaterThanOrEqual(apart(pattern) - 1e-9);
    }
});

test('blocks are proposed near squares, slabs where neurons are few', () => {
  const tissue = { position: Float64Array.from(position), degree: points.map(() => 3) };
  expect(proposedFolds(tissue, 7)).toMatchObject({ kind: 'blocks', across: [3, 3], gapUm: 5 });
  expect(proposedFolds(tissue, 8)).toMatchObject({ slabs: 5, axis: 'x', gapUm: 4 });
  const flat = Float64Array.from(points.flatMap(({ x, y }) => [x, y, 5]));
  expect(proposedFolds({ ...tissue, position: flat }, 5)).toMatchObject({ across: [12, 1] });
});
