import type { ModelManifest } from '../contracts/model.ts';
import type { Plane } from '../contracts/room.ts';
import { dot } from './vector.ts';

/**
 * A plane shows latent space so that every pixel (s, t) is exactly one place, z = origin + s u + t v. A place off the plane
 * is shown at its nearest point of the plane; taking a probe to a pixel leaves what it had off the plane behind.
 *
 * Both directions are as long as one standard deviation of the fitted prior along them, so one unit of a map is one
 * standard deviation whichever way it goes, and a model whose z varies mostly along one direction still fills its map.
 */

type Latent = Pick<ModelManifest, 'latent' | 'principal' | 'prior'>;

/** The plane of two principal components, counted from 0. */
export function principalPlane({ principal, prior }: Latent, first = 0, second = 1): Plane {
  const share = (component: number) => Math.round(100 * (principal.share[component] ?? 0));
  return {
    id: `pc:${first}:${second}`,
    label: [`PC ${first + 1} (${share(first)} %)`, `PC ${second + 1} (${share(second)} %)`],
    origin: principal.origin,
    u: perDeviation(axisOf(principal.axes, first), prior),
    v: perDeviation(axisOf(principal.axes, second), prior),
  };
}

/** The plane of two latent axes through the mean of the encoded circuits. */
export function axisPlane(
  { latent, principal, prior }: Latent,
  first: number,
  second: number,
): Plane {
  const unit = Array.from({ length: latent.z }, (_, row) =>
    Array.from({ length: latent.z }, (_, column) => (row === column ? 1 : 0)),
  );
  return {
    id: `axis:${first}:${second}`,
    label: [`z ${first + 1}`, `z ${second + 1}`],
    origin: principal.origin,
    u: perDeviation(axisOf(unit, first), prior),
    v: perDeviation(axisOf(unit, second), prior),
  };
}

function axisOf(axes: readonly number[][], index: number): number[] {
  const axis = axes[index];
  if (!axis) throw new RangeError(`This model has no axis ${index + 1}.`);
  return axis;
}

/** The direction `axis`, as long as the standard deviation of the prior along it; as it is where the prior has none. */
function perDeviation(axis: readonly number[], { covariance }: ModelManifest['prior']): number[] {
  const along = dot(
    axis,
    covariance.map((row) => dot(row, axis)),
  );
  const deviation = Math.sqrt(Math.max(0, along) / dot(axis, axis));
  return axis.map((value) => value * (deviation > 0 ? deviation : 1));
}

/** Coordinates (s, t) of the point of the plane nearest to z. u and v need not be orthogonal, only independent. */
export function project(plane: Plane, z: ArrayLike<number>): [s: number, t: number] {
  const { u, v, origin } = plane;
  const [uu, uv, vv] = [dot(u, u), dot(u, v), dot(v, v)];
  const determinant = uu * vv - uv * uv;
  if (!(determinant > 0))
    throw new RangeError('The two directions of a plane must be independent.');
  const from = origin.map((value, d) => (z[d] ?? 0) - value);
  const [a, b] = [dot(u, from), dot(v, from)];
  return [(a * vv - b * uv) / determinant, (b * uu - a * uv) / determinant];
}

/** The one place of pixel (s, t). */
export function unproject(plane: Plane, s: number, t: number): number[] {
  return plane.origin.map((value, d) => value + s * (plane.u[d] ?? 0) + t * (plane.v[d] ?? 0));
}

/** Every place of z [C * Z] in the plane: interleaved s, t [C * 2]. */
export function projectAll(plane: Plane, z: Float32Array, dimensions: number): Float32Array {
  const circuits = z.length / dimensions;
  const [s0, t0] = project(plane, new Float64Array(dimensions));
  // The projection is affine: take it apart once instead of once a circuit.
  const perS = new Float64Array(dimensions);
  const perT = new Float64Array(dimensions);
  for (let d = 0; d < dimensions; d++) {
    const [s, t] = project(plane, new Float64Array(dimensions).fill(1, d, d + 1));
    perS[d] = s - s0;
    perT[d] = t - t0;
  }
  const places = new Float32Array(circuits * 2);
  for (let index = 0; index < circuits; index++) {
    const place = z.subarray(index * dimensions, (index + 1) * dimensions);
    places[index * 2] = s0 + dot(perS, place);
    places[index * 2 + 1] = t0 + dot(perT, place);
  }
  return places;
}
