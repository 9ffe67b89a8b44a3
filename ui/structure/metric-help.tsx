'use client';
import { Popover } from '@base-ui/react/popover';
import type { StructureMetric } from '~/core/metrics/index.ts';

type Props = {
  metric: StructureMetric;
  /** What stands here and why, in sentences. */
  notes: readonly string[];
};

/** The name of a metric; it opens what the metric is, its formula and where it comes from. */
export function MetricHelp({ metric, notes }: Props) {
  return (
    <Popover.Root>
      <Popover.Trigger className="rounded text-left text-ink-2 underline decoration-line-strong decoration-dotted underline-offset-3 hover:text-ink">
        {metric.name}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={4} side="top" align="start" className="z-60">
          <Popover.Popup className="w-72 rounded border border-line bg-surface p-3 text-13 shadow-popup">
            <Popover.Title className="font-semibold">{metric.name}</Popover.Title>
            <Popover.Description className="mt-1 text-ink-2">{metric.about}</Popover.Description>
            <p className="figures mt-2 text-12">{metric.formula}</p>
            {metric.parameters.length > 0 && (
              <p className="mt-2 text-12 text-ink-2">
                {metric.parameters
                  .map(({ name, value, about }) => `${name} ${value}: ${about}`)
                  .join('; ')}
                .
              </p>
            )}
            {notes.map((note) => (
              <p key={note} className="mt-2 text-12">
                {note}
              </p>
            ))}
            <p className="mt-2 text-12 text-ink-3">
              Unit: {metric.unit}. {metric.source}
            </p>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
