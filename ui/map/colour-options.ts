import type { ModelManifest } from '~/core/contracts/index.ts';
import { structureMetricOf, structureMetrics, type Metric } from '~/core/metrics/index.ts';
import { terrainProperties, type TerrainPropertyId } from '~/core/terrain/index.ts';
import type { ColourBy } from './colouring.ts';

type Known = Pick<ModelManifest, 'hasPositions' | 'conditions'>;

/** Of some metrics or properties those that circuits of this model can have: what its data tell is enough for them. */
function offered<Id extends string>(
  of: readonly (Pick<Metric, 'name' | 'needs'> & { readonly id: Id })[],
  { hasPositions, conditions }: Known,
): { value: Id; label: string }[] {
  const classes = conditions.categories.find(({ field }) => field === 'class')?.values ?? [];
  const known = {
    wiring: true,
    positions: hasPositions,
    classes: ['E', 'I'].every((one) => classes.includes(one)),
  };
  return of.filter(({ needs }) => known[needs]).map(({ id, name }) => ({ value: id, label: name }));
}

/** What the points can be coloured by: each metric, and the fold. */
export function colourOptions(known: Known): { value: ColourBy; label: string }[] {
  return [...offered(structureMetrics, known), { value: 'fold', label: 'Fold' }];
}

/** What the terrain can be of. */
export function terrainOptions(known: Known): { value: TerrainPropertyId; label: string }[] {
  return offered(terrainProperties, known);
}

export function colourLabel(by: ColourBy): string {
  return by === 'fold' ? 'Fold' : structureMetricOf(by).name;
}
