'use client';
import { useQuery } from '@tanstack/react-query';
import type { ModelDetail } from '~/core/contracts/index.ts';
import { fetchMapPoints } from './map-points.ts';

/** Pictures are not worth more than this over the wire. */
const limitBytes = 16_000_000;

/** The points of a model's map; never fetched twice, for the file is immutable. */
export function useMapPoints(model: ModelDetail | undefined) {
  return useQuery({
    queryKey: ['map-points', model?.sha256],
    queryFn: ({ signal }) => {
      if (!model) throw new Error('No model yet.');
      return fetchMapPoints(model, signal);
    },
    enabled: model !== undefined && model.manifest.files.map.bytes <= limitBytes,
    staleTime: Infinity,
  });
}
