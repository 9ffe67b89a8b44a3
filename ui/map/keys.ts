import { pan, zoom, type Camera, type Viewport } from './camera.ts';
import { tools, type Tool } from './tools.ts';

/** What a key on the map asks for; steps in plane units. */
export type KeyWish =
  | { kind: 'step'; by: readonly [number, number] }
  | { kind: 'camera'; camera: Camera | null }
  | { kind: 'tool'; tool: Tool }
  | { kind: 'open-nearest' }
  | { kind: 'clear' };

interface Pressed {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const arrows: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Arrows move the probe by a fortieth of the view, with Shift a tenth of that; with Alt they move the map. */
export function keyWish(event: Pressed, camera: Camera, viewport: Viewport): KeyWish | null {
  if (event.ctrlKey || event.metaKey) return null;
  const arrow = arrows[event.key];
  if (arrow && event.altKey) {
    const [dx, dy] = [-arrow[0] * 0.1 * viewport.width, arrow[1] * 0.1 * viewport.height];
    return { kind: 'camera', camera: pan(camera, viewport, dx, dy) };
  }
  if (arrow) {
    const step = camera.span / (event.shiftKey ? 400 : 40);
    return { kind: 'step', by: [arrow[0] * step, arrow[1] * step] };
  }
  const middle = [viewport.width / 2, viewport.height / 2] as const;
  if (event.key === '+' || event.key === '=')
    return { kind: 'camera', camera: zoom(camera, viewport, 1.25, middle) };
  if (event.key === '-') return { kind: 'camera', camera: zoom(camera, viewport, 0.8, middle) };
  if (event.key === '0') return { kind: 'camera', camera: null };
  if (event.key === 'Enter') return { kind: 'open-nearest' };
  if (event.key === 'Escape') return { kind: 'clear' };
  const tool = tools.find((one) => one.key === event.key);
  return tool ? { kind: 'tool', tool: tool.id } : null;
}

/** Said to screen readers as the description of the map. */
export const keyHelp =
  'Arrow keys move your probe, with Shift in fine steps. Alt and arrow keys move the map, plus and minus zoom, ' +
  '0 shows everything. Enter opens the observed circuit nearest to the probe. Escape clears the selection. ' +
  'With P and the arrow keys you point at a place for the others.';
