'use client';
import { Fragment, type ReactNode } from 'react';
import { families } from '~/core/metrics/index.ts';
import { MetricRow, type MetricRowProps } from './metric-row.tsx';

type Props = {
  caption: string;
  rows: readonly MetricRowProps[];
  /** An observed circuit has a column of its own. */
  hasObserved: boolean;
  /** Over the bars: what they show. */
  beside: ReactNode;
  /** Rows under the heading of their family. */
  grouped?: boolean;
};

/** Metrics, each with its value, and beside it mean, band and distance of what it is compared with. */
export function StructureTable({ caption, rows, hasObserved, beside, grouped = false }: Props) {
  const head = 'whitespace-nowrap pb-0.5 pr-2 text-right font-normal';
  const groups = grouped
    ? families.map((family) => ({
        family,
        rows: rows.filter(({ metric }) => metric.family === family),
      }))
    : [{ family: null, rows }];
  return (
    <table className="w-full border-collapse text-13" data-testid="structure">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b border-line text-12 text-ink-3">
          <th scope="col" className="pb-0.5 pr-2 text-left font-medium">
            Structure
          </th>
          <th scope="col" className={head}>
            <span aria-hidden className="text-accent">
              ●{' '}
            </span>
            value
          </th>
          {hasObserved && (
            <th scope="col" className={head}>
              <span aria-hidden className="font-semibold text-ink">
                |{' '}
              </span>
              observed
            </th>
          )}
          <th scope="col" className={`${head} ${hasObserved ? 'max-sm:hidden' : ''}`}>
            mean
          </th>
          <th scope="col" className="pb-0.5 pr-2 text-center font-normal">
            {beside}
          </th>
          <th
            scope="col"
            className="pb-0.5 text-right font-normal"
            title="(value - mean) / standard deviation"
          >
            z
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ family, rows: some }) => (
          <Fragment key={family}>
            {family && (
              <tr>
                <th
                  scope="colgroup"
                  colSpan={hasObserved ? 6 : 5}
                  className="pb-0.5 pt-3 text-left text-12 font-medium text-ink-3"
                >
                  {family}
                </th>
              </tr>
            )}
            {some.map((row) => (
              <MetricRow key={row.metric.id} {...row} />
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
