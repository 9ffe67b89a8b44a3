import { metrics } from '~/core/metrics/index.ts';
import type { ColourBy } from './colouring.ts';

/** What the points can be coloured by: each metric, and the fold. */
export const colourOptions: readonly { value: ColourBy; label: string }[] = [
  ...metrics.map((metric) => ({ value: metric.id, label: metric.name })),
  { value: 'fold', label: 'Fold' },
];

export function colourLabel(by: ColourBy): string {
  return colourOptions.find((option) => option.value === by)?.label ?? by;
}
