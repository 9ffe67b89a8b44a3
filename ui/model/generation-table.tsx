import type { ModelFigures } from '~/core/contracts/index.ts';
import { decimal, Section, Table } from '~/ui/kit/index.ts';
import { metricLabel } from './metric-label.ts';

type Spread = { mean: number; sd: number };
const spread = ({ mean, sd }: Spread) => (
  <>
    {decimal(mean)} <span className="text-ink-3 max-sm:block">± {decimal(sd)}</span>
  </>
);

/** Means and spreads of circuits drawn from the fitted prior, beside training and held-out circuits. */
export function GenerationTable({ figures }: { figures: ModelFigures }) {
  return (
    <Section title="Generated circuits" note="mean ± standard deviation over circuits">
      <Table
        caption="Metrics of training, test and generated circuits"
        rows={figures.generation}
        rowKey={(row) => row.metric}
        columns={[
          { id: 'metric', head: 'Metric', cell: (row) => metricLabel(row.metric) },
          { id: 'train', head: 'Training', figures: true, cell: (row) => spread(row.train) },
          { id: 'test', head: 'Test', figures: true, cell: (row) => spread(row.test) },
          {
            id: 'generated',
            head: 'Generated',
            figures: true,
            cell: (row) => spread(row.generated),
          },
        ]}
      />
    </Section>
  );
}
