import type { ConnectomeStatistics } from '~/core/contracts/index.ts';
import { count, decimal, Histogram, SomaScatter, Stat, Stats, Table } from '~/ui/kit/index.ts';

/** What a connectome is made of, before it is stored and after. */
export function ConnectomeFigures({ statistics }: { statistics: ConnectomeStatistics }) {
  const { extentUm } = statistics;
  const extent = extentUm?.max.map((top, axis) => Math.round(top - (extentUm.min[axis] ?? 0)));
  return (
    <div className="flex flex-col gap-6">
      <Stats>
        <Stat label="Neurons" value={count(statistics.neurons)} />
        <Stat label="Connections" value={count(statistics.connections)} />
        <Stat label="Density" value={decimal(statistics.density, 4)} />
        <Stat label="Reciprocity" value={decimal(statistics.reciprocity)} />
        <Stat label="Self-connections" value={count(statistics.selfConnections)} />
        <Stat
          label="Extent x, depth, z"
          value={extent ? extent.join(' × ') : 'no positions'}
          {...(extent ? { unit: 'µm' } : {})}
        />
      </Stats>
      <div className="grid gap-6 md:grid-cols-2">
        {statistics.hasPositions && <SomaScatter soma={statistics.soma} />}
        <div className="flex min-w-0 flex-col gap-4">
          <Histogram data={statistics.outDegree} label="Outputs a neuron" />
          <Histogram data={statistics.inDegree} label="Inputs a neuron" />
        </div>
        <Categories statistics={statistics} />
      </div>
    </div>
  );
}

function Categories({ statistics }: { statistics: ConnectomeStatistics }) {
  const rows = statistics.categories.filter(({ values }) => values.length > 0);
  if (rows.length === 0) return null;
  const shown = 12;
  return (
    <Table
      caption="Categories of neurons"
      showCaption
      rows={rows}
      rowKey={(row) => row.field}
      columns={[
        { id: 'field', head: 'Field', cell: (row) => row.field },
        {
          id: 'values',
          head: 'Values and counts',
          cell: (row) => (
            <ul className="flex flex-wrap gap-x-3">
              {row.values.slice(0, shown).map(({ value, count: times }) => (
                <li key={value}>
                  {value === '' ? 'none' : value}{' '}
                  <span className="figures text-ink-3">{count(times)}</span>
                </li>
              ))}
              {row.values.length > shown && (
                <li className="text-ink-3">and {row.values.length - shown} more</li>
              )}
            </ul>
          ),
        },
      ]}
    />
  );
}
