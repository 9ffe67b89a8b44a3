import type { Point } from './camera.ts';

/** Indices of the points (interleaved s, t) inside a closed polygon, by the even-odd rule. */
export function inside(polygon: readonly Point[], coordinates: Float32Array): Uint32Array {
  if (polygon.length < 3) return new Uint32Array();
  const across = polygon.map((corner) => corner[0]);
  const up = polygon.map((corner) => corner[1]);
  const [left, right] = [Math.min(...across), Math.max(...across)];
  const [low, high] = [Math.min(...up), Math.max(...up)];
  const found: number[] = [];
  for (let i = 0; i + 1 < coordinates.length; i += 2) {
    const s = coordinates[i] ?? NaN;
    const t = coordinates[i + 1] ?? NaN;
    if (!(s >= left && s <= right && t >= low && t <= high)) continue;
    if (contains(polygon, s, t)) found.push(i >> 1);
  }
  return Uint32Array.from(found);
}

/** Counts crossings of the ray to the right. */
function contains(polygon: readonly Point[], s: number, t: number): boolean {
  let odd = false;
  let [bs, bt] = polygon[polygon.length - 1] ?? [0, 0];
  for (const [as, at] of polygon) {
    if (at > t !== bt > t && s < ((bs - as) * (t - at)) / (bt - at) + as) odd = !odd;
    [bs, bt] = [as, at];
  }
  return odd;
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
