import type { PredictionTest } from '~/core/contracts/index.ts';
import { signed } from '~/ui/directions/index.ts';
import { claimableName } from './claim-words.ts';
import { StatementBar } from './statement-bar.tsx';

type Props = { test: Pick<PredictionTest, 'statements'>; threshold: number };

const inks = { supported: 'text-ok', contradicted: 'text-danger', undecided: 'text-warn' } as const;

/** Each statement with where its interval lies, and what that means. */
export function StatementRows({ test: { statements }, threshold }: Props) {
  const ends = statements.flatMap(({ low, high }) => [-(low ?? 0), high ?? 0]);
  const end = 1.1 * Math.max(2 * threshold, ...ends);
  return (
    <table className="w-full table-fixed border-collapse text-13">
      <caption className="sr-only">Statements of the prediction and what was measured</caption>
      <colgroup>
        <col />
        <col className="w-20 max-sm:hidden" />
        <col className="w-40" />
        <col className="w-24" />
      </colgroup>
      <thead className="sr-only">
        <tr>
          <th scope="col">Statement</th>
          <th scope="col">Interval</th>
          <th scope="col">Change, sd</th>
          <th scope="col">Verdict</th>
        </tr>
      </thead>
      <tbody>
        {statements.map(({ metric, change, mean, low, high, verdict }) => (
          <tr key={metric} data-metric={metric} data-verdict={verdict}>
            <th scope="row" className="pr-2 text-left font-normal text-ink-2">
              {`${claimableName(metric)} ${change}`}
            </th>
            <td className="pr-2 max-sm:hidden">
              {low !== null && high !== null && mean !== null && (
                <StatementBar {...{ change, mean, low, high, threshold, end, verdict }} />
              )}
            </td>
            <td className="figures whitespace-nowrap text-right text-12">
              {mean === null
                ? 'not defined'
                : `${signed(mean, 2)} [${signed(low, 2)}, ${signed(high, 2)}]`}
            </td>
            <td className={`pl-2 text-right text-12 ${inks[verdict]}`}>{verdict}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
