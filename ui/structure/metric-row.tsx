'use client';
import { Popover } from '@base-ui/react/popover';
import type { Metric } from '~/core/metrics/index.ts';
import { decimal } from '~/ui/kit/index.ts';
import { IntervalBar } from './interval-bar.tsx';

type Props = {
  metric: Metric;
  value: number | null;
  /** The observed circuit beside it; undefined when none is open. */
  observed: number | null | undefined;
  training: { mean: number; sd: number } | null;
};

/** One metric beside the training circuits; its name opens definition, formula and source. */
export function MetricRow({ metric, value, observed, training }: Props) {
  const score =
    value !== null && training && training.sd > 0 ? (value - training.mean) / training.sd : null;
  return (
    <tr data-testid={`metric-${metric.id}`} data-value={value ?? ''}>
      <th scope="row" className="py-0.5 pr-2 text-left font-normal">
        <Popover.Root>
          <Popover.Trigger className="whitespace-nowrap rounded text-ink-2 underline decoration-line-strong decoration-dotted underline-offset-3 hover:text-ink">
            {metric.name}
          </Popover.Trigger>
          <Popover.Portal>
            <Popover.Positioner sideOffset={4} side="top" align="start" className="z-50">
              <Popover.Popup className="w-72 rounded border border-line bg-surface p-3 text-13 shadow-popup">
                <Popover.Title className="font-semibold">{metric.name}</Popover.Title>
                <Popover.Description className="mt-1 text-ink-2">
                  {metric.about}
                </Popover.Description>
                <p className="figures mt-2 text-12">{metric.formula}</p>
                <p className="mt-2 text-12 text-ink-3">
                  Unit: {metric.unit}. {metric.source}
                </p>
              </Popover.Popup>
            </Popover.Positioner>
          </Popover.Portal>
        </Popover.Root>
      </th>
      <td className="figures py-0.5 pr-2 text-right">{decimal(value)}</td>
      {observed !== undefined && (
        <td className="figures py-0.5 pr-2 text-right text-ink-2">{decimal(observed)}</td>
      )}
      <td className="w-full min-w-20 py-0.5 pr-2">
        {training && (
          <IntervalBar
            value={value}
            other={observed ?? null}
            mean={training.mean}
            sd={training.sd}
          />
        )}
      </td>
      <td className="figures py-0.5 text-right text-ink-2">
        {score === null ? '–' : `${score > 0 ? '+' : ''}${decimal(score, 1)}`}
      </td>
    </tr>
  );
}
