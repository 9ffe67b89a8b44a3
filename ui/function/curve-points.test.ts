import { expect, it } from 'vitest';
import { bandsOf, shapeOf, widened, withScore, type Point } from './curve-points.ts';

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
  const bands = bandsOf([
    { value: 0.5, scores: [2, 4] },
    { value: 1, scores: [8] },
  ]);
  const shape = shapeOf(bands, { width: 200, height: 100, end: 2, bottom: 0, top: 10 });
  expect(shape.line).toBe('M50.00 70.00L100.00 20.00');
  expect(shape.band).toBe('M50.00 60.00L100.00 20.00L100.00 20.00L50.00 80.00Z');
});

it('widens to what lies beyond its range, of any curve, and draws nothing of nothing', () => {
  const own = bandsOf([{ value: 1, scores: [-2, 3] }]);
  const nulls = [{ value: 1, mean: 5, low: 4, high: 12 }];
  expect(widened([0, 10], own, nulls)).toEqual({ bottom: -2, top: 12 });
  expect(widened([0, 10], [], [])).toEqual({ bottom: 0, top: 10 });
  const box = { width: 200, height: 100, end: 2, bottom: 0, top: 10 };
  expect(shapeOf([], box)).toEqual({ line: '', band: '', places: [] });
});
