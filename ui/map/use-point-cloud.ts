import { useMemo } from 'react';
import { projectAll, type LatentMap } from '~/core/latent/index.ts';
import type { Plane } from '~/core/contracts/index.ts';
import { useTokens } from '~/ui/kit/index.ts';
import { byFold, byMetric, type ColourBy } from './colouring.ts';
import { hitGrid } from './hit-grid.ts';
import { pointState, type PointCloud } from './point-cloud.ts';
import { rgb } from './ramp.ts';
import { useMetricColumn } from './use-metric-column.ts';

/** Places, colours and hit grid of all circuits; each part is made anew only when what it depends on changes. */
export function usePointCloud(
  map: LatentMap,
  plane: Plane,
  colourBy: ColourBy,
  selection: Uint32Array | null,
  marked: Uint32Array | null,
) {
  const tokens = useTokens();
  const coordinates = useMemo(() => projectAll(plane, map.z, map.dimensions), [plane, map]);
  const grid = useMemo(() => hitGrid(coordinates), [coordinates]);
  const metric = colourBy === 'fold' ? null : colourBy;
  const column = useMetricColumn(map, metric);
  const values = column?.values ?? null;
  const colours = useMemo(
    () => (metric && values ? byMetric(metric, values, tokens) : byFold(map, tokens)),
    [metric, values, map, tokens],
  );
  const states = useMemo(() => statesOf(map.circuits, selection, marked), [map, selection, marked]);
  const cloud = useMemo<PointCloud>(
    () => ({
      coordinates,
      values: colours.values,
      ramp: colours.ramp,
      states,
      missing: rgb(tokens['line-strong']),
    }),
    [coordinates, colours, states, tokens],
  );
  return { cloud, grid, colours, measured: column?.measured ?? map.circuits };
}

/** With a selection the others stay, muted; marked circuits stand out wherever they are. */
function statesOf(
  circuits: number,
  selection: Uint32Array | null,
  marked: Uint32Array | null,
): Uint8Array {
  const states = new Uint8Array(circuits);
  if (selection) states.fill(pointState.muted);
  for (const circuit of selection ?? []) states[circuit] = pointState.plain;
  for (const circuit of marked ?? []) states[circuit] = pointState.emphasised;
  return states;
}
