import { scoreId } from '~/core/contracts/index.ts';
import { reservoirTaskOf } from '~/core/reservoir/index.ts';
import { decimal } from '~/ui/kit/index.ts';
import { metricHeads } from './metric-heads.ts';
import { scoredChanges, tabledChange, type Known, type TabledChange } from './predicted.ts';
import { signed } from './signed.ts';

/** What a direction does to each metric from end to end, with interval and monotonicity where it was measured. */
export function EffectsTable({ known }: { known: Known }) {
  const head = 'pb-0.5 pl-2 text-right font-normal';
  return (
    <table className="w-full border-collapse text-13" data-testid="direction-effects">
      <caption className="sr-only">
        Change of each metric from two steps back to two steps on, in standard deviations
      </caption>
      <thead>
        <tr className="border-b border-line text-12 text-ink-3">
          <th scope="col" className="text-left font-medium">
            Change from −2 to 2 steps, sd
          </th>
          <th scope="col" className={head}>
            {known.measured ? 'measured' : 'predicted'}
          </th>
          <th
            scope="col"
            className={head}
            title="95 % interval over circuits that share neurons: narrower than over independent ones"
          >
            95 %
          </th>
          <th scope="col" className={head} title="Rank correlation of steps and means">
            Spearman
          </th>
        </tr>
      </thead>
      <tbody>
        {metricHeads.map(({ id, name }) => (
          <Row key={id} id={id} name={name} known={known} change={tabledChange(known, id)} />
        ))}
        {scoredChanges(known).map(({ task, ...change }) => (
          <Row
            key={task}
            id={scoreId(task)}
            name={`${reservoirTaskOf(task).name}, score`}
            known={known}
            change={change}
          />
        ))}
      </tbody>
    </table>
  );
}

function Row(props: { id: string; name: string; known: Known; change: TabledChange }) {
  const { id, name, known, change } = props;
  const { mean, low, high, spearman } = change;
  return (
    <tr data-metric={id} data-change={mean ?? undefined}>
      <th scope="row" className="text-left font-normal text-ink-2">
        {name}
      </th>
      <td className="figures pl-2 text-right">{signed(mean, 2)}</td>
      <td className="figures whitespace-nowrap pl-2 text-right text-ink-2">
        {low === null ? (known.measured ? '–' : '') : `${signed(low, 2)} to ${signed(high, 2)}`}
      </td>
      <td className="figures pl-2 text-right text-ink-2">
        {known.measured ? decimal(spearman, 2) : ''}
      </td>
    </tr>
  );
}
