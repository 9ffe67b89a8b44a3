import type { OrdersReport } from '../contracts/orders-report.ts';
import type { Marker } from './marker.ts';
import { rivals } from './names.ts';

/** Orders for the same metrics. */
export type OrderSet = OrdersReport['sets'][number];
/** Who answered an order. */
export type Maker = 'ours' | OrderSet['rivals'][number]['id'];

export const makers: readonly { id: Maker; name: string; marker: Marker }[] = [
  { id: 'ours', name: 'Guided draw', marker: { shape: 'disc', role: 'accent' } },
  { id: 'nearest', name: rivals.nearest.name, marker: { shape: 'bar', role: 'fold-train' } },
  { id: 'plain', name: rivals.plain.name, marker: { shape: 'up', role: 'excitatory' } },
  {
    id: 'best_of_64',
    name: rivals.best_of_64.name,
    marker: { shape: 'diamond', role: 'inhibitory' },
  },
  { id: 'uniform', name: rivals.uniform.name, marker: { shape: 'cross', role: 'ink-2' } },
];

/** What one of them came to; null where it has no cost. */
export function resultOf(set: OrderSet, id: Maker) {
  if (id === 'ours') return set;
  return set.rivals.find((rival) => rival.id === id) ?? null;
}

/** "4 metrics". */
export const heading = ({ metrics }: OrderSet) =>
  `${metrics.length} ${metrics.length === 1 ? 'metric' : 'metrics'}`;
/** In tenths of a per cent. */
export const percent = (share: number) => Math.round(1000 * share) / 10;
