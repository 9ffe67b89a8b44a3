import { useQuery } from '@tanstack/react-query';
import type { ModelDetail } from '~/core/contracts/index.ts';
import { readMap, type LatentMap } from '~/core/latent/index.ts';

/** The map of a model, fetched once: it is immutable under its hash. */
export function useMapFile(model: Pick<ModelDetail, 'labId' | 'manifest'>) {
  const { sha256 } = model.manifest.files.map;
  return useQuery({
    queryKey: ['map-file', model.labId, sha256],
    queryFn: ({ signal }) => fetchMap(`/api/files/${model.labId}/${sha256}`, signal),
    staleTime: Infinity,
  });
}

async function fetchMap(url: string, signal: AbortSignal): Promise<LatentMap> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`The map could not be loaded (${response.status}).`);
  return readMap(new Uint8Array(await response.arrayBuffer()));
}
