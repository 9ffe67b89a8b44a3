import { readSafetensors } from '~/core/exchange/safetensors.ts';
import type { ModelDetail } from '~/core/contracts/index.ts';
import { principalPlane, projectAll } from '~/core/latent/index.ts';

/** Circuits of a map on its first two principal components, in the same order. */
export type MapPoints = { x: Float64Array; y: Float64Array; fold: Uint8Array };

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
  const places = projectAll(principalPlane(model.manifest), z.data, model.manifest.latent.z);
  const column = (axis: 0 | 1) => Float64Array.from(fold.data, (_, i) => places[2 * i + axis] ?? 0);
  return { x: column(0), y: column(1), fold: fold.data };
}
