import type { Camera, Viewport } from './camera.ts';

/** What the point layer draws, one entry a circuit. */
export interface PointCloud {
  /** Plane coordinates, interleaved (s, t): [2 C]. */
  readonly coordinates: Float32Array;
  /** Place in the ramp, 0 to 1, or -1 where the value is not defined: [C]. */
  readonly values: Float32Array;
  /** One of `pointState`: [C]. */
  readonly states: Uint8Array;
  /** 256 colours, RGBA bytes: [1024]. */
  readonly ramp: Uint8Array<ArrayBuffer>;
  /** Colour of what has no value, and of what is muted: RGB bytes. */
  readonly missing: readonly [number, number, number];
}

export const pointState = { plain: 0, muted: 1, emphasised: 2 } as const;

/** Draws a cloud; two exist, WebGL2 and canvas 2D. */
export interface PointPainter {
  readonly kind: 'webgl2' | 'canvas2d';
  /** Takes over what changed since the last call; arrays are compared by identity. */
  load(cloud: PointCloud): void;
  /** @param ratio device pixels for one CSS pixel */
  draw(camera: Camera, viewport: Viewport, ratio: number): void;
  dispose(): void;
}

/** Radius in CSS pixels: smaller where there are many, so that dense places keep their texture. */
export function pointRadius(count: number, viewport: Viewport): number {
  const area = viewport.width * viewport.height;
  return Math.min(4.5, Math.max(1.6, 0.16 * Math.sqrt(area / Math.max(1, count))));
}
