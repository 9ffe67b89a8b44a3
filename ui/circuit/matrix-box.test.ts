import { expect, it } from 'vitest';
import { cellAt, matrixBox } from './matrix-box.ts';

it.each([16, 64, 128, 256, 512])('holds %i neurons in a wide and in a narrow panel', (n) => {
  for (const [width, height] of [
    [590, 420],
    [280, 420],
    [374, 250],
  ] as const) {
    const { left, top, cell } = matrixBox(n, width, height);
    expect(left + n * cell).toBeLessThanOrEqual(width);
    expect(top + n * cell).toBeLessThanOrEqual(height);
    expect(n * cell).toBeGreaterThan(0.75 * Math.min(width - 48, height - 16));
  }
});

it.each([
  [590, 420],
  [290, 440],
])('leaves as much above the cells as below them in a panel of %i x %i', (width, height) => {
  const { left, top, cell } = matrixBox(64, width, height);
  const above = top - 16;
  expect(Math.abs(above - (height - top - 64 * cell))).toBeLessThanOrEqual(3);
  const before = left - 48;
  expect(Math.abs(before - (width - left - 64 * cell))).toBeLessThanOrEqual(3);
});

it('names the cell under a pixel, and none outside', () => {
  const box = { left: 50, top: 16, cell: 2 };
  expect(cellAt(box, 10, 50, 16)).toEqual([0, 0]);
  expect(cellAt(box, 10, 57, 20)).toEqual([2, 3]); // x is the column
  expect(cellAt(box, 10, 70, 20)).toBeNull();
  expect(cellAt(box, 10, 49.9, 20)).toBeNull();
});
