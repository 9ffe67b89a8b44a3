import type { PairDifference, ValueDifference, ViewComparison } from '~/core/views/index.ts';
import { decimal, Table, type Column } from '~/ui/kit/index.ts';
import { metricName, pairWords } from './comparison-words.ts';

type Props = { found: ViewComparison; names: readonly string[] };

const values: readonly Column<ValueDifference>[] = [
  { id: 'metric', head: 'Metric', cell: ({ metric }) => metricName(metric) },
  { id: 'was', head: 'as saved', figures: true, cell: ({ was }) => decimal(was, 6) },
  { id: 'is', head: 'now', figures: true, cell: ({ is }) => decimal(is, 6) },
];

/** What was saved beside what is there now. */
export function DifferenceTables({ found, names }: Props) {
  const name = (neuron: number) => names[neuron] ?? String(neuron + 1);
  const pairs: readonly Column<PairDifference>[] = [
    { id: 'was', head: 'as saved', cell: (pair) => pairWords(pair, pair.was, name) },
    { id: 'is', head: 'now', cell: (pair) => pairWords(pair, pair.is, name) },
    {
      id: 'near',
      head: 'near a boundary of the draw',
      cell: ({ borderline }) => (borderline ? 'yes' : 'no'),
    },
  ];
  return (
    <div className="flex flex-col gap-4">
      {found.values.length + found.beside.length > 0 && (
        <Table
          caption="Metrics"
          showCaption
          columns={values}
          rows={[...found.values, ...found.beside]}
          rowKey={({ metric }) => metric}
        />
      )}
      {found.pairs.length > 0 && (
        <Table
          caption="Pairs of neurons"
          showCaption
          columns={pairs}
          rows={found.pairs}
          rowKey={({ i, j }) => `${i} ${j}`}
          className="max-h-72"
        />
      )}
      {found.otherProtocol && (
        <p className="text-13">The task of the terrain is scored by another protocol now.</p>
      )}
      <p className="text-12 text-ink-3">
        Backends differ in the last digits. Where the draw of a pair lies within 0.0001 of a
        boundary, it may fall either way.
      </p>
    </div>
  );
}
