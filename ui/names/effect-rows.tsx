import type { DirectionDetail, MeasuredEffects } from '~/core/contracts/index.ts';
import { nullBound } from '~/core/directions/index.ts';
import { signed } from '~/ui/directions/index.ts';
import { ScrollArea } from '~/ui/kit/index.ts';
import { claimableName } from './claim-words.ts';
import { EffectBar } from './effect-bar.tsx';

type Props = { effects: MeasuredEffects; nulls: DirectionDetail['nulls'] };

/** One row a metric: where its change lies beside the null, and the figures. */
export function EffectRows({ effects, nulls }: Props) {
  const rows = effects.metrics.map(({ metric, change }) => {
    const found = nulls?.metrics.find((one) => one.metric === metric);
    return { metric, ...change, bound: found ? nullBound(found.changes) : null };
  });
  const ends = rows.flatMap(({ low, high, bound }) => [-low, high, bound ?? 0]);
  const end = 1.06 * Math.max(1, ...ends);
  const head = 'pb-1 text-12 font-normal text-ink-3';
  return (
    <ScrollArea label="Effects">
      <table className="w-full border-collapse text-13" data-testid="effects">
        <caption className="sr-only">
          Change of each metric along the direction, in standard deviations
        </caption>
        <thead>
          <tr>
            <th scope="col" className={`${head} text-left font-medium`}>
              Metric
            </th>
            <th scope="col" className={`${head} w-full px-3 max-sm:hidden`}>
              <span className="figures flex justify-between">
                <span>{signed(-end)}</span>
                <span>0</span>
                <span>{signed(end)}</span>
              </span>
            </th>
            <th scope="col" className={`${head} text-right`}>
              change
            </th>
            <th scope="col" className={`${head} pl-3 text-right`}>
              95 %
            </th>
            <th
              scope="col"
              className={`${head} pl-3 text-right`}
              title="Random directions of this length"
            >
              null
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ metric, mean, low, high, bound }) => (
            <tr key={metric} data-metric={metric} data-change={mean} data-null={bound ?? undefined}>
              <th
                scope="row"
                className="h-7 whitespace-nowrap text-left font-normal text-ink-2 max-sm:whitespace-normal"
              >
                {claimableName(metric)}
              </th>
              <td className="px-3 max-sm:hidden">
                <EffectBar {...{ mean, low, high, bound, end }} />
              </td>
              <td className="figures text-right">{signed(mean, 2)}</td>
              <td className="figures whitespace-nowrap pl-3 text-right text-ink-2">
                {`${signed(low, 2)} to ${signed(high, 2)}`}
              </td>
              <td className="figures whitespace-nowrap pl-3 text-right text-ink-3">
                {bound === null ? '–' : `±${bound.toFixed(2)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
