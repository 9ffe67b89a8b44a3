import { expect, test } from 'vitest';
import { alongFolds } from './along-folds.ts';

test('shares of each fold sum to one, over a range that holds all and what sliders reach', () => {
  const places = [-0.5, 0, 0.5, 3, -0.1, 0.1];
  const codes = [1, 1, 1, 1, 3, 3];
  const { from, to, folds } = alongFolds(places, (k) => codes[k] ?? 0);
  expect([from, to]).toEqual([-2, 3]);
  expect(folds.map(({ fold, circuits }) => [fold, circuits])).toEqual([
    ['train', 4],
    ['test', 2],
  ]);
  for (const { shares } of folds)
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  expect(folds[0]?.mean).toBe(0.75);
  expect(folds[1]?.sd).toBeCloseTo(0.1, 12);
  expect(folds[0]?.shares.at(-1)).toBe(0.25); // the last place lies in the last bin
});
