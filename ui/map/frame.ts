import type { Plane } from '~/core/contracts/index.ts';
import { project, unproject } from '~/core/latent/index.ts';
import { toPlane, toScreen, type Camera, type Point, type Viewport } from './camera.ts';

/** Everything a layer needs to put something in its place. */
export interface MapFrame {
  readonly plane: Plane;
  readonly camera: Camera;
  readonly viewport: Viewport;
}

/** Where a point of latent space is drawn: its projection onto the plane, in CSS pixels. */
export function placeOf(frame: MapFrame, z: readonly number[]): [number, number] {
  return toScreen(frame.camera, frame.viewport, project(frame.plane, z));
}

/** The one z of a pixel. */
export function latentAt(frame: MapFrame, pixel: Point): number[] {
  return unproject(frame.plane, ...toPlane(frame.camera, frame.viewport, pixel));
}
