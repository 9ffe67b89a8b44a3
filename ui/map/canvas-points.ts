import { toScreen } from './camera.ts';
import { pointRadius, pointState, type PointCloud, type PointPainter } from './point-cloud.ts';

/** The painter for browsers without WebGL2: squares of the ramp's colours, one fill a point. */
export function canvasPoints(canvas: HTMLCanvasElement): PointPainter | null {
  const context = canvas.getContext('2d');
  if (!context) return null;
  let cloud: PointCloud | null = null;
  let palette: string[] = [];
  return {
    kind: 'canvas2d',
    load(next) {
      if (next.ramp !== cloud?.ramp) palette = colours(next.ramp);
      cloud = next;
    },
    draw(camera, viewport, ratio) {
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, viewport.width, viewport.height);
      if (!cloud) return;
      const radius = pointRadius(cloud.values.length, viewport);
      const missing = `rgb(${cloud.missing.join(',')})`;
      for (let i = 0; i < cloud.values.length; i++) {
        const place = [
          cloud.coordinates[2 * i] ?? NaN,
          cloud.coordinates[2 * i + 1] ?? NaN,
        ] as const;
        const [x, y] = toScreen(camera, viewport, place);
        const state = cloud.states[i] ?? pointState.plain;
        const value = cloud.values[i] ?? -1;
        const plain = value >= 0 && state !== pointState.muted;
        const r = state === pointState.emphasised ? radius * 1.5 : radius;
        context.globalAlpha = state === pointState.muted ? 0.22 : 0.88;
        context.fillStyle = plain ? (palette[Math.round(value * 255)] ?? missing) : missing;
        context.fillRect(x - r, y - r, 2 * r, 2 * r);
      }
      context.globalAlpha = 1;
    },
    dispose() {
      cloud = null;
    },
  };
}

function colours(ramp: Uint8Array): string[] {
  return Array.from({ length: 256 }, (_, i) => `rgb(${ramp.slice(4 * i, 4 * i + 3).join(',')})`);
}
