import { readSafetensors } from '~/core/exchange/safetensors.ts';
import type { ModelDetail } from '~/core/contracts/index.ts';

/** Circuits of a map on its first two principal components, in the same order. */
export type MapPoints = { x: Float64Array; y: Float64Array; fold: Uint8Array };

/** Projects rows of z [C, Z] on two unit axes through the origin of the principal components. */
export function principalPlane(
  z: Float32Array,
  width: number,
  { origin, axes }: ModelDetail['manifest']['principal'],
): { x: Float64Array; y: Float64Array } {
  const rows = Math.floor(z.length / width);
  const on = (axis: readonly number[] | undefined) =>
    Float64Array.from({ length: rows }, (_, row) => {
      let sum = 0;
      for (let k = 0; k < width; k += 1)
        sum += ((z[row * width + k] ?? 0) - (origin[k] ?? 0)) * (axis?.[k] ?? 0);
      return sum;
    });
  return { x: on(axes[0]), y: on(axes[1]) };
}

/**
 * Fetches the map file of a model and projects it.
 * @throws Error when the file is refused or is not a map
 */
export async function fetchMapPoints(model: ModelDetail, signal: AbortSignal): Promise<MapPoints> {
  const { sha256 } = model.manifest.files.map;
  const answer = await fetch(`/api/files/${model.labId}/${sha256}`, { signal });
  if (!answer.ok) throw new Error(`The map of ${model.name} answered ${answer.status}.`);
  const { tensors } = readSafetensors(new Uint8Array(await answer.arrayBuffer()));
  const z = tensors.get('z');
  const fold = tensors.get('fold');
  if (z?.dtype !== 'F32' || fold?.dtype !== 'U8') throw new Error('The map file holds no z.');
  const plane = principalPlane(z.data, model.manifest.latent.z, model.manifest.principal);
  return { ...plane, fold: fold.data };
}
