import { metricIds, type MetricId } from '~/core/contracts/index.ts';
import { structureMetricOf } from '~/core/metrics/index.ts';
import type { Beside } from '~/core/nulls/index.ts';
import { beyond, type SynthesisRequest, type Wish } from '~/core/synthesis/index.ts';
import { decimal } from '~/ui/kit/index.ts';
import { nullText, offText } from './reached-words.ts';

type Props = {
  request: SynthesisRequest;
  metrics: Float64Array;
  /** Each metric beside rewired circuits; null: none drawn yet. */
  beside: readonly Beside[] | null;
  span: (metric: MetricId) => { least: number; greatest: number };
};

/** Asked and reached, how far apart in shares of what the data span, and how far from rewired circuits. */
export function ReachedTable({ request, metrics, beside, span }: Props) {
  const head = 'whitespace-nowrap pb-0.5 pl-2 text-right font-normal';
  const cell = 'figures whitespace-nowrap py-0.5 pl-2 text-right';
  return (
    <table className="mt-2 w-full border-collapse text-13">
      <caption className="sr-only">Asked and reached</caption>
      <thead>
        <tr className="border-b border-line text-12 text-ink-3">
          <th scope="col" className="pb-0.5 text-left font-normal">
            Metric
          </th>
          <th scope="col" className={head}>
            asked
          </th>
          <th scope="col" className={head}>
            reached
          </th>
          <th scope="col" className={head} title="Share of what the training circuits span">
            off
          </th>
          <th
            scope="col"
            className={head}
            title="Standard deviations from 200 circuits with the same degrees"
          >
            null z
          </th>
        </tr>
      </thead>
      <tbody>
        {metricIds.map((metric, k) => {
          const wish = request[metric];
          const value = metrics[k] ?? Number.NaN;
          const { least, greatest } = span(metric);
          const compared = beside?.find(({ id }) => id === metric);
          const off = wish ? beyond(wish, value) / (greatest - least || 1) : null;
          return (
            <tr key={metric} data-testid={`reached-${metric}`} data-off={off ?? ''}>
              <th
                scope="row"
                className={`py-0.5 text-left font-normal ${wish ? '' : 'text-ink-2'}`}
              >
                {structureMetricOf(metric).name}
              </th>
              <td className={cell}>
                {wish ? wishText(wish) : <span className="text-ink-3">–</span>}
              </td>
              <td className={cell}>{decimal(value)}</td>
              <td className={`${cell} text-ink-2`}>{off === null ? '' : offText(off)}</td>
              <td className={`${cell} text-ink-2`}>{nullText(compared)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const wishText = ({ low, high }: Wish) =>
  low === high ? decimal(low) : `${decimal(low)} to ${decimal(high)}`;
