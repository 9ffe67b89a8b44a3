import type { ModelManifest } from '../contracts/model.ts';
import type { Plane } from '../contracts/room.ts';
import { project } from './planes.ts';
import { dot } from './vector.ts';

type Prior = ModelManifest['prior'];

/**
 * Contour of the fitted prior in a plane: the points (s, t) at `sd` standard deviations of the prior's shadow, that is of
 * the distribution that projected circuits follow, not of a slice through it.
 */
export function priorContour(
  plane: Plane,
  prior: Prior,
  sd: number,
  points = 96,
): [s: number, t: number][] {
  const [s0, t0] = project(plane, prior.mean);
  const [ss, st, tt] = shadow(plane, prior);
  // Cholesky factor of the 2 x 2 covariance carries the unit circle to the ellipse.
  const a = Math.sqrt(ss);
  const b = a > 0 ? st / a : 0;
  const c = Math.sqrt(Math.max(0, tt - b * b));
  return Array.from({ length: points }, (_, k) => {
    const angle = (2 * Math.PI * k) / points;
    const [x, y] = [Math.cos(angle) * sd, Math.sin(angle) * sd];
    return [s0 + a * x, t0 + b * x + c * y];
  });
}

/** Covariance of (s, t) when z follows the prior: [ss, st, tt]. */
function shadow(plane: Plane, { covariance }: Prior): [number, number, number] {
  const [s0, t0] = project(
    plane,
    plane.origin.map(() => 0),
  );
  const rows = plane.origin.map((_, d) => {
    const [s, t] = project(
      plane,
      plane.origin.map((_, other) => (other === d ? 1 : 0)),
    );
    return [s - s0, t - t0] as const;
  });
  const perS = rows.map(([s]) => s);
  const perT = rows.map(([, t]) => t);
  const times = (vector: number[]) => covariance.map((row) => dot(row, vector));
  return [dot(perS, times(perS)), dot(perS, times(perT)), dot(perT, times(perT))];
}
