import { expect, it } from 'vitest';
import type { Terrain } from '~/core/terrain/index.ts';
import { contourLines } from './contour-lines.ts';

const region = { left: -2, right: 2, low: -2, high: 2 };

/** What `value` says at the corners of 32 x 32 cells. */
function terrainOf(value: (s: number, t: number) => number): Terrain {
  const values = Float64Array.from({ length: 33 * 33 }, (_, k) =>
    value(-2 + (k % 33) / 8, 2 - Math.floor(k / 33) / 8),
  );
  return { region, cells: 32, values };
}
const at = (value: number) => ({ at: 0, value, text: String(value) });

it('a plane has straight lines where it reaches each level, open at the border', () => {
  const lines = contourLines(
    terrainOf((s) => s),
    [at(-1), at(0.5)],
  );
  expect(lines.map(({ runs }) => runs.length)).toEqual([1, 1]);
  lines.forEach(({ level, runs }) => {
    const run = runs[0] ?? [];
    run.forEach(([s]) => expect(s).toBeCloseTo(level, 6));
    expect(Math.min(...run.map(([, t]) => t))).toBeCloseTo(-2, 6);
    expect(Math.max(...run.map(([, t]) => t))).toBeCloseTo(2, 6);
  });
});

it('a hill has a ring around it, in the places of the plane', () => {
  const [line] = contourLines(
    terrainOf((s, t) => 3 - Math.hypot(s - 0.25, t + 0.5)),
    [at(2)],
  );
  expect(line?.runs).toHaveLength(1);
  line?.runs[0]?.forEach(([s, t]) => expect(Math.hypot(s - 0.25, t + 0.5)).toBeCloseTo(1, 1));
});

it('a level that is nowhere reached has no line, and none runs around what is not defined', () => {
  const hole = terrainOf((s, t) => (Math.hypot(s, t) < 1 ? NaN : s));
  const [through, none] = contourLines(hole, [at(0), at(7)]);
  expect(none?.runs).toEqual([]);
  expect(through?.runs).toHaveLength(2); // above the hole and below it
  for (const [s, t] of through?.runs.flat() ?? []) {
    expect(s).toBeCloseTo(0, 6);
    expect(Math.abs(t)).toBeGreaterThan(0.99);
  }
});
