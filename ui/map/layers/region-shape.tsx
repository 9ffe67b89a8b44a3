import { toScreen, type Point } from '../camera.ts';
import type { MapFrame } from '../frame.ts';

/** The lasso or rectangle while it is being drawn; corners in plane coordinates. */
export function RegionShape({ frame, corners }: { frame: MapFrame; corners: readonly Point[] }) {
  const points = corners
    .map((corner) => toScreen(frame.camera, frame.viewport, corner).join(','))
    .join(' ');
  return (
    <polygon
      points={points}
      className="fill-accent stroke-accent"
      fillOpacity={0.08}
      strokeDasharray="4 3"
      aria-hidden
    />
  );
}
