import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { hitGrid, nearest } from './hit-grid.ts';

const coordinate = fc.float({ min: -20, max: 20, noNaN: true });

/** The answer by looking at every point. */
function plainNearest(points: Float32Array, s: number, t: number, radius: number): number {
  let least = Infinity;
  for (let i = 0; i < points.length; i += 2)
    least = Math.min(least, Math.hypot((points[i] ?? 0) - s, (points[i + 1] ?? 0) - t));
  return least <= radius ? least : Infinity;
}

describe('hit grid', () => {
  it('finds the same distance as looking at every point', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(coordinate, coordinate), { maxLength: 200 }),
        coordinate,
        coordinate,
        fc.float({ min: Math.fround(0.01), max: 30, noNaN: true }),
        (list, s, t, radius) => {
          const points = new Float32Array(list.flat());
          const found = nearest(hitGrid(points), s, t, radius);
          const distance =
            found === null
              ? Infinity
              : Math.hypot((points[2 * found] ?? 0) - s, (points[2 * found + 1] ?? 0) - t);
          const plain = plainNearest(points, s, t, radius);
          if (Number.isFinite(plain) && plain < radius * 0.999999)
            expect(distance).toBeCloseTo(plain, 9);
          if (found !== null) expect(distance).toBeLessThanOrEqual(radius * 1.000001);
        },
      ),
    );
  });

  it('leaves out points that are nowhere', () => {
    const grid = hitGrid(new Float32Array([NaN, 0, 1, 1]));
    expect(nearest(grid, 0.9, 1, 0.5)).toBe(1);
    expect(nearest(grid, 0, 0, 0.5)).toBeNull();
  });
});
