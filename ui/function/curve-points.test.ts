import { expect, it } from 'vitest';
import { shapeOf, withScore, type Point } from './curve-points.ts';

const at = (value: number, score: number, seed = 1) => ({ value, score, seed, parts: [] });

it('keeps points in order, and the scores of all seeds at each', () => {
  let points: Point[] = [];
  for (const score of [at(0.5, 2), at(1, 4), at(0.5, 3, 2)]) points = withScore(points, score);
  expect(points).toEqual([
    { value: 0.5, scores: [2, 3] },
    { value: 1, scores: [4] },
  ]);
});

it('draws the mean between the lowest and the highest of the seeds', () => {
  const points = [
    { value: 0.5, scores: [2, 4] },
    { value: 1, scores: [8] },
  ];
  const shape = shapeOf(points, 2, [0, 10], 200, 100);
  expect(shape.line).toBe('M50.00 70.00L100.00 20.00');
  expect(shape.band).toBe('M50.00 60.00L100.00 20.00L100.00 20.00L50.00 80.00Z');
});

it('widens to what lies beyond its range, and draws nothing of nothing', () => {
  expect(shapeOf([{ value: 1, scores: [-2, 12] }], 2, [0, 10], 200, 100)).toMatchObject({
    bottom: -2,
    top: 12,
  });
  expect(shapeOf([], 2, [0, 10], 200, 100)).toMatchObject({ line: '', band: '', places: [] });
});
