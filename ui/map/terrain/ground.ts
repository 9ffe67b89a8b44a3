import type { StructureMetricId } from '~/core/metrics/index.ts';

/** Which property the terrain is of, and whether it is painted. */
export interface Ground {
  readonly property: StructureMetricId;
  readonly shown: boolean;
}
