import { pan, toPlane, zoom, type Camera, type Point, type Viewport } from './camera.ts';
import { rectangle } from './region.ts';
import type { Tool } from './tools.ts';

/** A drag in progress; pixels are CSS pixels within the map. */
export type Gesture =
  | { kind: 'none' }
  | { kind: 'press'; from: Point; circuit: number }
  | { kind: 'probe' }
  | { kind: 'pan'; last: Point }
  | { kind: 'pinch'; first: Point; second: Point }
  | { kind: 'lasso'; corners: Point[] }
  | { kind: 'rectangle'; from: Point; to: Point };

/** What a step of a gesture asks for. */
export type Wish =
  | { kind: 'camera'; camera: Camera }
  | { kind: 'probe'; pixel: Point; settled: boolean }
  | { kind: 'open'; circuit: number }
  | { kind: 'select'; corners: readonly Point[] };

export interface Step {
  readonly gesture: Gesture;
  readonly wish: Wish | null;
}

interface Scene {
  readonly camera: Camera;
  readonly viewport: Viewport;
}

const slack = 4; // pixels a click may shake

/** @param circuit the observed circuit under the pointer, if any */
export function begin(tool: Tool, at: Point, circuit: number | null, scene: Scene): Step {
  const place = toPlane(scene.camera, scene.viewport, at);
  switch (tool) {
    case 'pan':
      return { gesture: { kind: 'pan', last: at }, wish: null };
    case 'lasso':
      return { gesture: { kind: 'lasso', corners: [place] }, wish: null };
    case 'rectangle':
      return { gesture: { kind: 'rectangle', from: place, to: place }, wish: null };
    case 'point':
      return { gesture: { kind: 'none' }, wish: null };
    case 'probe':
      if (circuit !== null) return { gesture: { kind: 'press', from: at, circuit }, wish: null };
      return { gesture: { kind: 'probe' }, wish: { kind: 'probe', pixel: at, settled: false } };
  }
}

export function move(gesture: Gesture, at: Point, { camera, viewport }: Scene): Step {
  switch (gesture.kind) {
    case 'press':
      if (distance(gesture.from, at) <= slack) return { gesture, wish: null };
      return { gesture: { kind: 'probe' }, wish: { kind: 'probe', pixel: at, settled: false } };
    case 'probe':
      return { gesture, wish: { kind: 'probe', pixel: at, settled: false } };
    case 'pan': {
      const moved = pan(camera, viewport, at[0] - gesture.last[0], at[1] - gesture.last[1]);
      return { gesture: { kind: 'pan', last: at }, wish: { kind: 'camera', camera: moved } };
    }
    case 'lasso': {
      const corners = [...gesture.corners, toPlane(camera, viewport, at)];
      return { gesture: { kind: 'lasso', corners }, wish: null };
    }
    case 'rectangle':
      return { gesture: { ...gesture, to: toPlane(camera, viewport, at) }, wish: null };
    case 'none':
    case 'pinch':
      return { gesture, wish: null };
  }
}

export function end(gesture: Gesture, at: Point): Step {
  const none: Gesture = { kind: 'none' };
  switch (gesture.kind) {
    case 'press':
      return { gesture: none, wish: { kind: 'open', circuit: gesture.circuit } };
    case 'probe':
      return { gesture: none, wish: { kind: 'probe', pixel: at, settled: true } };
    case 'lasso':
    case 'rectangle':
      return { gesture: none, wish: { kind: 'select', corners: cornersOf(gesture) } };
    default:
      return { gesture: none, wish: null };
  }
}

/** Two fingers: the plane point between them stays between them, the span follows their distance. */
export function pinch(
  gesture: Extract<Gesture, { kind: 'pinch' }>,
  first: Point,
  second: Point,
  { camera, viewport }: Scene,
): Step {
  const before = middle(gesture.first, gesture.second);
  const after = middle(first, second);
  const factor = distance(first, second) / Math.max(1, distance(gesture.first, gesture.second));
  const moved = pan(camera, viewport, after[0] - before[0], after[1] - before[1]);
  return {
    gesture: { kind: 'pinch', first, second },
    wish: { kind: 'camera', camera: zoom(moved, viewport, factor, after) },
  };
}

/** Corners, in plane coordinates, of the region being drawn; empty when none is. */
export function cornersOf(gesture: Gesture): readonly Point[] {
  if (gesture.kind === 'lasso') return gesture.corners;
  return gesture.kind === 'rectangle' ? rectangle(gesture.from, gesture.to) : [];
}

const distance = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1]);
const middle = (a: Point, b: Point): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
