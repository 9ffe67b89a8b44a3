'use client';
import { isDefined, type StructureMetric, type Value } from '~/core/metrics/index.ts';
import { decimal } from '~/ui/kit/index.ts';
import { IntervalBar } from './interval-bar.tsx';
import { MetricHelp } from './metric-help.tsx';
import { placesOf, reasonOf, type Reference } from './reference.ts';

export type MetricRowProps = {
  metric: StructureMetric;
  /** null: not measured yet */
  value: Value | null;
  /** Of the observed circuit beside it; undefined when none is open. */
  observed: number | null | undefined;
  /** null: not there yet */
  reference: Reference | null;
};

/** One metric beside its reference; its name opens definition, formula and source. */
export function MetricRow({ metric, value, observed, reference }: MetricRowProps) {
  const number = value !== null && isDefined(value) ? value : null;
  const { mean = null, sd = null, low = null, high = null, z = null } = reference ?? {};
  const places = placesOf(metric);
  const reason = reasonOf(value);
  const notes = [
    reason && `Not defined here: ${reason}.`,
    low !== null && high !== null && `Band: ${decimal(low, places)} to ${decimal(high, places)}.`,
    !reason && reference?.why && `No z-score: ${reference.why}.`,
  ].filter((note) => typeof note === 'string');
  return (
    <tr
      data-testid={`metric-${metric.id}`}
      data-value={number ?? ''}
      data-mean={mean ?? ''}
      data-z={z ?? ''}
    >
      <th scope="row" className="py-0.5 pr-2 text-left font-normal sm:whitespace-nowrap">
        <MetricHelp metric={metric} notes={notes} />
      </th>
      <td className="figures whitespace-nowrap py-0.5 pr-2 text-right">
        {value !== null && number === null ? (
          <span className="font-sans text-12 text-ink-3" title={reason ?? undefined}>
            not defined
          </span>
        ) : (
          decimal(number, places)
        )}
      </td>
      {observed !== undefined && (
        <td className="figures py-0.5 pr-2 text-right text-ink-2">{decimal(observed, places)}</td>
      )}
      <td
        className={`figures py-0.5 pr-2 text-right text-ink-2 ${observed === undefined ? '' : 'max-sm:hidden'}`}
      >
        {reference ? decimal(mean, places) : ''}
      </td>
      <td className="w-full min-w-14 py-0.5 pr-2">
        {mean !== null && sd !== null && low !== null && high !== null && (
          <>
            <IntervalBar
              value={number}
              other={observed ?? null}
              mean={mean}
              sd={sd}
              low={low}
              high={high}
            />
            <span className="sr-only">
              {`from ${decimal(low, places)} to ${decimal(high, places)}`}
            </span>
          </>
        )}
      </td>
      <td
        className="figures whitespace-nowrap py-0.5 text-right text-ink-2"
        title={reference?.why ?? undefined}
      >
        {reference && z !== null && `${z > 0 ? '+' : ''}${decimal(z, 1)}`}
        {reference && z === null && (
          <span className="font-sans text-12 text-ink-3">
            {sd === 0 && !reason ? 'fixed' : '–'}
          </span>
        )}
      </td>
    </tr>
  );
}
