import { expect, it } from 'vitest';
import { inside, rectangle } from './region.ts';

const points = new Float32Array([0, 0, 1, 1, 2, 0.5, -1, 3, NaN, 0]);

it('selects what lies in a rectangle, whichever corner comes first', () => {
  expect([...inside(rectangle([-0.5, -0.5], [1.5, 1.5]), points)]).toEqual([0, 1]);
  expect([...inside(rectangle([1.5, 1.5], [-0.5, -0.5]), points)]).toEqual([0, 1]);
});

it('leaves out the notch of a concave lasso', () => {
  const notched = [
    [-1, -1],
    [3, -1],
    [3, 2],
    [1, -0.5],
    [-1, 2],
  ] as const;
  expect([...inside(notched, points)]).toEqual([0, 2]);
});

it('selects nothing with fewer than three corners', () => {
  expect(inside([[0, 0]], points)).toHaveLength(0);
});
