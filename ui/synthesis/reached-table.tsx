import { metricIds } from '~/core/contracts/index.ts';
import type { Beside } from '~/core/nulls/index.ts';
import {
  beyond,
  wishIds,
  wishKindOf,
  type SynthesisRequest,
  type Wish,
} from '~/core/synthesis/index.ts';
import { decimal } from '~/ui/kit/index.ts';
import { nullText, offText } from './reached-words.ts';
import type { SpanOf } from './wish-span.ts';

type Props = {
  request: SynthesisRequest;
  metrics: Float64Array;
  /** What it remembers; null: not asked for. */
  memory: number | null;
  /** Each metric beside rewired circuits; null: none drawn yet. */
  beside: readonly Beside[] | null;
  span: SpanOf;
};

/** Asked and reached, how far apart in shares of what the data span, and how far from rewired circuits. */
export function ReachedTable({ request, metrics, memory, beside, span }: Props) {
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
        {wishIds.map((metric) => {
          const wish = request[metric];
          const of = metricIds.findIndex((id) => id === metric);
          const value = of < 0 ? memory : (metrics[of] ?? Number.NaN);
          if (value === null) return null;
          const { least, greatest } = span(metric);
          const compared = beside?.find(({ id }) => id === metric);
          const off = wish ? beyond(wish, value) / (greatest - least || 1) : null;
          return (
            <tr key={metric} data-testid={`reached-${metric}`} data-off={off ?? ''}>
              <th
                scope="row"
                className={`py-0.5 text-left font-normal ${wish ? '' : 'text-ink-2'}`}
              >
                {wishKindOf(metric, 0).name}
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
