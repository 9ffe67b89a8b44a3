import type { ModelManifest } from '~/core/contracts/index.ts';
import { structureMetricOf, structureMetrics, type StructureMetric } from '~/core/metrics/index.ts';
import type { ColourBy } from './colouring.ts';

type Known = Pick<ModelManifest, 'hasPositions' | 'conditions'>;

/** The structure metrics that circuits of this model can have: all but those that need what its data do not tell. */
export function offeredMetrics({ hasPositions, conditions }: Known): readonly StructureMetric[] {
  const classes = conditions.categories.find(({ field }) => field === 'class')?.values ?? [];
  const known = {
    wiring: true,
    positions: hasPositions,
    classes: ['E', 'I'].every((one) => classes.includes(one)),
  };
  return structureMetrics.filter(({ needs }) => known[needs]);
}

/** What the points can be coloured by: each metric, and the fold. */
export function colourOptions(known: Known): { value: ColourBy; label: string }[] {
  return [
    ...offeredMetrics(known).map(({ id, name }) => ({ value: id, label: name })),
    { value: 'fold', label: 'Fold' },
  ];
}

export function colourLabel(by: ColourBy): string {
  return by === 'fold' ? 'Fold' : structureMetricOf(by).name;
}
