import { expect, test } from 'vitest';
import { middleOf, thinned } from './corners.ts';

test('a lasso is thinned to as many corners as may be stored, in their order', () => {
  const corners = Array.from({ length: 1000 }, (_, k) => k);
  const few = thinned(corners, 64);
  expect(few).toHaveLength(64);
  expect(few).toEqual([...new Set(few)].sort((a, b) => a - b));
  expect(few[0]).toBe(0);
  expect(thinned([1, 2, 3], 64)).toEqual([1, 2, 3]);
});

test('the middle of places is their mean', () => {
  expect(
    middleOf([
      [0, 0],
      [4, 0],
      [4, 2],
      [0, 2],
    ]),
  ).toEqual([2, 1]);
});
