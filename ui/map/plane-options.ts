import type { ModelManifest, Plane } from '~/core/contracts/index.ts';
import { axisPlane, principalPlane, project } from '~/core/latent/index.ts';

type Latent = Pick<ModelManifest, 'latent' | 'principal' | 'prior'>;

/** The axes one side of a plane can have: principal components first, then the latent axes themselves. */
export function axisOptions({ latent, principal }: Latent): { value: string; label: string }[] {
  const components = principal.axes.map((_, index) => ({
    value: `pc:${index}`,
    label: `PC ${index + 1}`,
  }));
  const axes = Array.from({ length: latent.z }, (_, index) => ({
    value: `axis:${index}`,
    label: `z ${index + 1}`,
  }));
  return [...components, ...axes];
}

/** The plane of two chosen axes of one kind: where they are of two kinds, `other` becomes the first free one of `chosen`'s. */
export function planeOf(model: Latent, chosen: string, other: string, first: boolean): Plane {
  const [kind, index] = parse(chosen);
  const [otherKind, otherIndex] = parse(other);
  const free = index === 0 ? 1 : 0;
  const partner = kind === otherKind && index !== otherIndex ? otherIndex : free;
  const [u, v] = first ? [index, partner] : [partner, index];
  return kind === 'pc' ? principalPlane(model, u, v) : axisPlane(model, u, v);
}

/** The two axes of a plane as option values; null for a plane that was made otherwise. */
export function axesOf(plane: Plane): [string, string] | null {
  const [kind, u, v] = plane.id.split(':');
  return kind === 'pc' || kind === 'axis' ? [`${kind}:${u ?? 0}`, `${kind}:${v ?? 1}`] : null;
}

/** The same directions through another point: every pixel now shows what else that point has. */
export function through(plane: Plane, z: readonly number[]): Plane {
  const [kind, u, v] = plane.id.split(':');
  const named = kind === 'pc' || kind === 'axis' ? `${kind}:${u ?? 0}:${v ?? 1}` : 'custom';
  const [s, t] = project(plane, z);
  const origin = z.map((value, d) => value - s * (plane.u[d] ?? 0) - t * (plane.v[d] ?? 0));
  return { ...plane, id: `${named}:through`, origin };
}

function parse(option: string): ['pc' | 'axis', number] {
  const [kind, index] = option.split(':');
  return [kind === 'axis' ? 'axis' : 'pc', Number(index ?? 0)];
}
