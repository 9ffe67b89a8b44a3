import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { fit, pan, settled, toPlane, toScreen, zoom } from './camera.ts';

const number = fc.double({ min: -50, max: 50, noNaN: true });
const camera = fc.record({
  center: fc.tuple(number, number),
  span: fc.double({ min: 0.05, max: 40, noNaN: true }),
});
const viewport = fc.record({
  width: fc.integer({ min: 50, max: 3000 }),
  height: fc.integer({ min: 50, max: 3000 }),
});

describe('camera', () => {
  it('of another window, here shows all four corners of what is seen there', () => {
    fc.assert(
      fc.property(camera, viewport, viewport, (there, window, mine) => {
        const ratio = window.width / window.height;
        const here = settled({ ...there, ratio }, mine);
        const corners = [0, window.width].flatMap((x) => [0, window.height].map((y) => [x, y]));
        for (const [x = 0, y = 0] of corners) {
          const [px, py] = toScreen(here, mine, toPlane(there, window, [x, y]));
          expect(px).toBeGreaterThanOrEqual(-1e-6 * mine.width);
          expect(px).toBeLessThanOrEqual(mine.width * (1 + 1e-6));
          expect(py).toBeGreaterThanOrEqual(-1e-6 * mine.height);
          expect(py).toBeLessThanOrEqual(mine.height * (1 + 1e-6));
        }
        expect(settled(there, mine)).toEqual(there);
      }),
      { seed: 20261123 },
    );
  });

  it('sends every pixel to exactly one point of the plane and back', () => {
    fc.assert(
      fc.property(camera, viewport, number, number, (c, v, x, y) => {
        const [bx, by] = toScreen(c, v, toPlane(c, v, [x, y]));
        expect(bx).toBeCloseTo(x, 6);
        expect(by).toBeCloseTo(y, 6);
      }),
    );
  });

  it('keeps the point under the pointer while zooming', () => {
    fc.assert(
      fc.property(camera, viewport, fc.double({ min: 0.5, max: 2, noNaN: true }), (c, v, f) => {
        const at = [v.width / 3, v.height / 5] as const;
        const before = toPlane(c, v, at);
        const after = toPlane(zoom(c, v, f, at), v, at);
        expect(after[0]).toBeCloseTo(before[0], 6);
        expect(after[1]).toBeCloseTo(before[1], 6);
      }),
    );
  });

  it('moves what is drawn by as many pixels as it was dragged', () => {
    const v = { width: 400, height: 200 };
    const c = { center: [1, 2] as const, span: 4 };
    const [x, y] = toScreen(c, v, [0.3, 0.7]);
    const [px, py] = toScreen(pan(c, v, 12, -7), v, [0.3, 0.7]);
    expect([px - x, py - y]).toEqual([expect.closeTo(12, 9), expect.closeTo(-7, 9)]);
  });

  it('shows every point after fitting', () => {
    const v = { width: 300, height: 500 };
    const points = new Float32Array([-4, 1, 6, 2, 0, -9]);
    const c = fit(points, v);
    for (let i = 0; i < points.length; i += 2) {
      const [x, y] = toScreen(c, v, [points[i] ?? 0, points[i + 1] ?? 0]);
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(v.width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(v.height);
    }
  });
});
