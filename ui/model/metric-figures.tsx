import { metricIds, type ModelFigures } from '~/core/contracts/index.ts';
import { decimal, Meter, Section, Table } from '~/ui/kit/index.ts';
import { metricLabel } from './metric-label.ts';

/** How well the metrics of circuits drawn from z alone follow those of the encoded circuit. */
export function MetricFigures({ figures }: { figures: ModelFigures }) {
  return (
    <Section
      title="Metrics from z"
      note="20 individuals a circuit, against the encoded circuit; 1 is perfect, 0 the mean"
    >
      <Table
        caption="R² of metrics from z"
        rows={metricIds}
        rowKey={(metric) => metric}
        columns={[
          { id: 'metric', head: 'Metric', cell: metricLabel },
          {
            id: 'bar',
            head: <span className="sr-only">Scale from 0 to 1</span>,
            className: 'w-1/2',
            cell: (metric) => {
              const value = figures.metricR2[metric];
              return value == null ? null : (
                <Meter label={`R² of ${metricLabel(metric)}`} value={value} />
              );
            },
          },
          {
            id: 'r2',
            head: 'R²',
            figures: true,
            cell: (metric) => decimal(figures.metricR2[metric]),
          },
        ]}
      />
      <p className="mt-2 text-13">
        Mean R² <span className="figures font-medium">{decimal(figures.metricR2Mean)}</span>
      </p>
    </Section>
  );
}
