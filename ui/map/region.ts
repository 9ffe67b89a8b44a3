import type { Point } from './camera.ts';

const bands = 64;

/**
 * Indices of the points (interleaved s, t) inside a closed polygon, by the even-odd rule. Its sides are sorted into bands
 * of t, so that a point meets only those at its own height.
 */
export function inside(polygon: readonly Point[], coordinates: Float32Array): Uint32Array {
  if (polygon.length < 3) return new Uint32Array();
  const across = polygon.map((corner) => corner[0]);
  const up = polygon.map((corner) => corner[1]);
  const [left, right] = [Math.min(...across), Math.max(...across)];
  const [low, high] = [Math.min(...up), Math.max(...up)];
  const bandOf = (t: number) =>
    high > low ? Math.min(bands - 1, Math.floor(((t - low) / (high - low)) * bands)) : 0;
  const sides = banded(across, up, bandOf);
  const found: number[] = [];
  for (let i = 0; i + 1 < coordinates.length; i += 2) {
    const s = coordinates[i] ?? NaN;
    const t = coordinates[i + 1] ?? NaN;
    if (!(s >= left && s <= right && t >= low && t <= high)) continue;
    if (crossings(sides[bandOf(t)] ?? [], s, t) % 2 === 1) found.push(i >> 1);
  }
  return Uint32Array.from(found);
}

/** The sides of the polygon that reach into each band, four numbers a side. */
function banded(
  across: readonly number[],
  up: readonly number[],
  bandOf: (t: number) => number,
): number[][] {
  const sides = Array.from({ length: bands }, (): number[] => []);
  across.forEach((as, k) => {
    const before = (k || across.length) - 1;
    const [at, bs, bt] = [up[k] ?? 0, across[before] ?? 0, up[before] ?? 0];
    const last = bandOf(Math.max(at, bt));
    for (let band = bandOf(Math.min(at, bt)); band <= last; band++)
      sides[band]?.push(as, at, bs, bt);
  });
  return sides;
}

/** How many of the sides the ray to the right crosses. */
function crossings(sides: readonly number[], s: number, t: number): number {
  let count = 0;
  for (let k = 0; k < sides.length; k += 4) {
    const at = sides[k + 1] ?? 0;
    const bt = sides[k + 3] ?? 0;
    if (at > t === bt > t) continue;
    const [as, bs] = [sides[k] ?? 0, sides[k + 2] ?? 0];
    if (s < ((bs - as) * (t - at)) / (bt - at) + as) count++;
  }
  return count;
}

/** The rectangle between two corners, as a polygon. */
export function rectangle([s0, t0]: Point, [s1, t1]: Point): Point[] {
  return [
    [s0, t0],
    [s1, t0],
    [s1, t1],
    [s0, t1],
  ];
}
