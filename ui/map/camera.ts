import { spanToShow } from '~/core/collab/shown-region.ts';

/** Where one looks on a plane: the centre, and the length of the shorter side, both in plane units. */
export interface Camera {
  readonly center: readonly [number, number];
  readonly span: number;
  /** Width by height of the window it was set in, where that is another's: all that is seen there is to be seen here. */
  readonly ratio?: number | undefined;
}

/** Size of the drawing in CSS pixels. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
}

export type Point = readonly [number, number];

/** The camera of this window that shows all that a camera shows in the window it was set in. */
export function settled({ center, span, ratio }: Camera, { width, height }: Viewport): Camera {
  return ratio === undefined
    ? { center, span }
    : { center, span: spanToShow({ span, ratio }, width, height) };
}

/** Pixels for one plane unit. */
export function scaleOf(camera: Camera, viewport: Viewport): number {
  return Math.max(1, Math.min(viewport.width, viewport.height)) / camera.span;
}

/** Plane coordinates (t upward) to CSS pixels (y downward). */
export function toScreen(camera: Camera, viewport: Viewport, [s, t]: Point): [number, number] {
  const k = scaleOf(camera, viewport);
  return [
    viewport.width / 2 + (s - camera.center[0]) * k,
    viewport.height / 2 - (t - camera.center[1]) * k,
  ];
}

/** CSS pixels to plane coordinates; the inverse of `toScreen`. */
export function toPlane(camera: Camera, viewport: Viewport, [x, y]: Point): [number, number] {
  const k = scaleOf(camera, viewport);
  return [
    camera.center[0] + (x - viewport.width / 2) / k,
    camera.center[1] - (y - viewport.height / 2) / k,
  ];
}

/** The camera after the drawing was dragged by (dx, dy) pixels. */
export function pan(camera: Camera, viewport: Viewport, dx: number, dy: number): Camera {
  const k = scaleOf(camera, viewport);
  return { ...camera, center: [camera.center[0] - dx / k, camera.center[1] + dy / k] };
}

/** Span becomes span / factor while the plane point under pixel `at` stays where it is. */
export function zoom(
  camera: Camera,
  viewport: Viewport,
  factor: number,
  at: Point,
  limits: Point = [1e-3, 1e4],
): Camera {
  const span = Math.min(limits[1], Math.max(limits[0], camera.span / factor));
  const [s, t] = toPlane(camera, viewport, at);
  const ratio = span / camera.span;
  return {
    span,
    center: [s + (camera.center[0] - s) * ratio, t + (camera.center[1] - t) * ratio],
  };
}

/** The camera that shows all points (interleaved s, t) with a margin; the unit square when there are none. */
export function fit(coordinates: Float32Array, viewport: Viewport, margin = 1.12): Camera {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i + 1 < coordinates.length; i += 2) {
    const s = coordinates[i] ?? 0;
    const t = coordinates[i + 1] ?? 0;
    left = Math.min(left, s);
    right = Math.max(right, s);
    low = Math.min(low, t);
    high = Math.max(high, t);
  }
  if (!(right >= left)) return { center: [0, 0], span: 2 };
  const shorter = Math.max(1, Math.min(viewport.width, viewport.height));
  const wide = ((right - left) * shorter) / Math.max(1, viewport.width);
  const tall = ((high - low) * shorter) / Math.max(1, viewport.height);
  return {
    center: [(left + right) / 2, (low + high) / 2],
    span: Math.max(1e-3, wide, tall) * margin,
  };
}
