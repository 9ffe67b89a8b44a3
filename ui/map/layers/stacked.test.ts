import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stacked, type Box } from './stacked.ts';

const height = 16;
const overlap = (a: Box, b: Box) =>
  Math.abs(a.y - b.y) < height && a.x < b.x + b.width && b.x < a.x + a.width;

it('puts names at one place below each other and leaves those apart where they are', () => {
  const here = { x: 10, y: 20, width: 40 };
  const far = { x: 200, y: 20, width: 40 };
  expect(stacked([here, null, here, far, here], height)).toEqual([
    here,
    null,
    { ...here, y: 37 },
    far,
    { ...here, y: 54 },
  ]);
});

it('no name hides another, and each stays in its column', () => {
  const at = fc.integer({ min: 0, max: 120 });
  const box = fc.record({ x: at, y: at, width: fc.integer({ min: 8, max: 130 }) });
  fc.assert(
    fc.property(fc.array(box, { maxLength: 8 }), (boxes) => {
      const placed = stacked(boxes, height).flatMap((one) => one ?? []);
      placed.forEach((one, k) => {
        expect(one).toMatchObject({ x: boxes[k]?.x, width: boxes[k]?.width });
        expect(placed.slice(0, k).some((other) => overlap(one, other))).toBe(false);
      });
    }),
    { seed: 20261122 },
  );
});
