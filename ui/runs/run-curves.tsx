'use client';
import { useMemo } from 'react';
import { Curves } from '~/ui/kit/index.ts';
import type { RunRecord } from './run-record.ts';

type Plot = {
  title: string;
  range?: [number, number];
  places: number;
  curves: readonly { key: string; label: string }[];
};

const plots: readonly Plot[] = [
  {
    title: 'Loss, nats a circuit',
    places: 1,
    curves: [
      { key: 'loss', label: 'loss' },
      { key: 'nats', label: 'reconstruction' },
    ],
  },
  {
    title: 'Edges, validation',
    range: [0, 1],
    places: 3,
    curves: [
      { key: 'auc', label: 'AUC' },
      { key: 'ap', label: 'AP' },
    ],
  },
  {
    title: 'R² of metrics from z, validation',
    range: [-0.25, 1],
    places: 3,
    curves: [
      { key: 'r2', label: 'mean' },
      { key: 'r2_density', label: 'density' },
      { key: 'r2_reciprocity', label: 'reciprocity' },
      { key: 'r2_clustering', label: 'clustering' },
    ],
  },
  {
    title: 'Divergence, nats a circuit',
    places: 1,
    curves: [
      { key: 'nats_z', label: 'z' },
      { key: 'nats_u', label: 'u' },
    ],
  },
];

type Props = { metrics: RunRecord['metrics']; epochs: number };

/** The curves of a training, one point an epoch. */
export function RunCurves({ metrics, epochs }: Props) {
  const x = useMemo(() => metrics.map((event) => event.epoch), [metrics]);
  const drawn = useMemo(
    () =>
      plots.map((plot) => ({
        ...plot,
        curves: plot.curves.map(({ key, label }) => ({
          label,
          values: metrics.map((event) => event.values[key] ?? null),
        })),
      })),
    [metrics],
  );
  return (
    <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
      {drawn.map(({ title, curves, places, range }) => (
        <Curves
          key={title}
          title={title}
          x={x}
          xLabel="epoch"
          xEnd={epochs}
          curves={curves}
          places={places}
          {...(range ? { range } : {})}
        />
      ))}
    </div>
  );
}
