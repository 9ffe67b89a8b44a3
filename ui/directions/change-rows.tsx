import { metricIds, type ModelManifest } from '~/core/contracts/index.ts';
import type { MetricValues } from '~/core/metrics/index.ts';
import { metricHeads } from './metric-heads.ts';
import { signed } from './signed.ts';

/** What the sliders together change: predicted for the mean of individuals, and measured of the circuit on the page. */
export type Change = {
  /** [8], null: no slider has moved */
  readonly predicted: readonly number[] | null;
  /** [8], null where not defined or not known */
  readonly measured: readonly (number | null)[];
};

/** The change of this one circuit since steering began, in standard deviations of the training circuits. */
export function measuredChange(
  before: MetricValues | null,
  now: MetricValues | null,
  metrics: ModelManifest['metrics'],
): (number | null)[] {
  return metricIds.map((id) => {
    const [from, to] = [before?.[id] ?? null, now?.[id] ?? null];
    const sd = metrics.find(({ metric }) => metric === id)?.sd ?? 0;
    return from === null || to === null || !(sd > 0) ? null : (to - from) / sd;
  });
}

const rows = [
  ['predicted', 'Change predicted'],
  ['measured', 'measured'],
] as const;

/** The change below the columns of a table of directions. */
export function ChangeRows({ change }: { change: Change }) {
  return (
    <tfoot className="sticky bottom-0 bg-surface max-md:hidden">
      {rows.map(([id, label]) => (
        <tr key={id} data-testid={`change-${id}`} className="first:border-t first:border-line">
          <th scope="row" colSpan={3} className="pr-2 text-right text-12 font-normal text-ink-3">
            {label}
          </th>
          {metricIds.map((metric, column) => (
            <td key={metric} className="figures px-0.5 text-center text-12">
              {change.predicted ? signed(change[id]?.[column] ?? null) : ''}
            </td>
          ))}
          <td />
        </tr>
      ))}
    </tfoot>
  );
}

/** The same where there is no room for columns. */
export function ChangeList({ change }: { change: Change }) {
  return (
    <table className="mt-2 w-full border-collapse text-13 md:hidden">
      <caption className="sr-only">What the sliders change, in standard deviations</caption>
      <thead>
        <tr className="border-b border-line text-12 text-ink-3">
          <th scope="col" className="text-left font-medium">
            Change, sd
          </th>
          <th scope="col" className="text-right font-normal">
            predicted
          </th>
          <th scope="col" className="text-right font-normal">
            measured
          </th>
        </tr>
      </thead>
      <tbody>
        {metricHeads.map(({ id, name }, column) => (
          <tr key={id}>
            <th scope="row" className="text-left font-normal text-ink-2">
              {name}
            </th>
            {rows.map(([kind]) => (
              <td key={kind} className="figures text-right">
                {change.predicted ? signed(change[kind]?.[column] ?? null) : '–'}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
