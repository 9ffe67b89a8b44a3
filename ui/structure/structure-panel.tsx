'use client';
import { memo } from 'react';
import type { ModelManifest } from '~/core/contracts/index.ts';
import { metrics, type MetricValues } from '~/core/metrics/index.ts';
import { useLater } from '~/ui/kit/index.ts';
import { MetricRow } from './metric-row.tsx';

type Props = {
  values: MetricValues | null;
  /** Of the observed circuit shown beside it; null when none is open. */
  observed: MetricValues | null;
  training: ModelManifest['metrics'];
};

/** The eight metrics of the circuit, each beside the training circuits; while a probe is dragged the circuit goes first. */
export function StructurePanel({ values, ...others }: Props) {
  return <Table values={useLater(values)} {...others} />;
}

const Table = memo(function Table({ values, observed, training }: Props) {
  return (
    <table className="w-full border-collapse text-13" data-testid="structure">
      <caption className="sr-only">Structure of the circuit beside the training circuits</caption>
      <thead>
        <tr className="border-b border-line text-12 text-ink-3">
          <th scope="col" className="pb-0.5 pr-2 text-left font-medium">
            Structure
          </th>
          <th scope="col" className="whitespace-nowrap pb-0.5 pr-2 text-right font-normal">
            <span aria-hidden className="text-accent">
              ●{' '}
            </span>
            value
          </th>
          {observed && (
            <th scope="col" className="whitespace-nowrap pb-0.5 pr-2 text-right font-normal">
              <span aria-hidden className="font-semibold text-ink">
                |{' '}
              </span>
              observed
            </th>
          )}
          <th scope="col" className="whitespace-nowrap pb-0.5 pr-2 text-center font-normal">
            training ± 1 sd
          </th>
          <th scope="col" className="pb-0.5 text-right font-normal">
            sd
          </th>
        </tr>
      </thead>
      <tbody>
        {metrics.map((metric) => (
          <MetricRow
            key={metric.id}
            metric={metric}
            value={values?.[metric.id] ?? null}
            observed={observed ? observed[metric.id] : undefined}
            training={training.find((one) => one.metric === metric.id) ?? null}
          />
        ))}
      </tbody>
    </table>
  );
});
