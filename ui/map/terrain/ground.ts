import type { TerrainPropertyId } from '~/core/terrain/index.ts';

/** Which property the terrain is of, and whether it is painted. */
export interface Ground {
  readonly property: TerrainPropertyId;
  readonly shown: boolean;
}
