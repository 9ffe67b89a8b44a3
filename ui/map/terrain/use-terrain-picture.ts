import { useMemo } from 'react';
import { terrainPropertyOf } from '~/core/terrain/index.ts';
import { useTokens } from '~/ui/kit/index.ts';
import { rampOf, type ColourBy, type Colouring } from '../colouring.ts';
import type { MapFrame } from '../frame.ts';
import { metricScale } from '../metric-scale.ts';
import { contourLines } from './contour-lines.ts';
import { useTerrain, type TerrainSource } from './use-terrain.ts';

/**
 * The terrain with its colours. Where the points show the same property both have one scale, that of the points, so that
 * equal colours are equal values; else the terrain has its own.
 */
export function useTerrainPicture(
  frame: MapFrame | null,
  source: TerrainSource | null,
  colourBy: ColourBy,
  points: Pick<Colouring, 'scale'>,
) {
  const tokens = useTokens();
  const grown = useTerrain(frame, source);
  const terrain = grown?.terrain ?? null;
  const shared = source?.property === colourBy ? points.scale : null;
  const picture = useMemo(() => {
    if (!source || !terrain) return null;
    const own = metricScale(terrainPropertyOf(source.property), terrain.values);
    const scale = shared ?? own;
    // the lines go on where shared colours end
    return {
      terrain,
      scale,
      ramp: rampOf(scale, tokens),
      lines: contourLines(terrain, own.ticks(6)),
    };
  }, [source, terrain, shared, tokens]);
  return (
    source && {
      picture,
      legend: {
        property: source.property,
        seed: source.seed,
        cells: terrain?.cells ?? null,
        ticks: picture?.scale.ticks(3) ?? [],
        ramp: picture?.ramp ?? null,
        error: grown?.error ?? null,
      },
    }
  );
}
