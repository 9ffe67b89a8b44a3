'use client';
import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  sortFn_alphanumeric,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { NeuronRow, rowHeight, type Row } from './neuron-row.tsx';
import { degreesOf, type CircuitPicture } from './neurons-view.ts';
import { toggled } from './toggled.ts';

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric },
});
const helper = createColumnHelper<typeof features, Row>();
const columns = helper.columns([
  helper.accessor('id', { header: 'Neuron', sortFn: 'alphanumeric' }),
  helper.accessor('class', { header: 'Class', sortFn: 'alphanumeric' }),
  helper.accessor('layer', { header: 'Layer', sortFn: 'alphanumeric' }),
  helper.accessor('type', { header: 'Type', sortFn: 'alphanumeric' }),
  helper.accessor('in', { header: 'In', sortDescFirst: true }),
  helper.accessor('out', { header: 'Out', sortDescFirst: true }),
  helper.accessor(({ self }) => Number(self), { id: 'self', header: 'Self', sortDescFirst: true }),
]);

type Props = {
  picture: CircuitPicture;
  selected: ReadonlySet<number>;
  onSelect: (neurons: ReadonlySet<number>) => void;
};

const figures = ['in', 'out', 'self'];
const told = ['class', 'layer', 'type'] as const;
const arrows = { asc: ' ↑', desc: ' ↓', none: '' } as const;
const sortWords = { asc: 'ascending', desc: 'descending', none: 'none' } as const;

/** The neurons of the circuit; only the rows in sight are in the page. A row is selected by its button. */
export function NeuronTable({ picture, selected, onSelect }: Props) {
  const scroll = useRef<HTMLDivElement>(null);
  const data = useMemo(() => rowsOf(picture), [picture]);
  const fields = useMemo(
    () => told.filter((field) => data.some((row) => row[field] !== '')),
    [data],
  );
  const withSelf = data.some((row) => row.self);
  const template = `minmax(4.5rem,1fr) ${fields.map(() => '3.75rem').join(' ')} 2.75rem 2.75rem${withSelf ? ' 2.75rem' : ''}`;
  const table = useTable({ features, columns, data });
  const { rows } = table.getRowModel();
  const heads = (table.getHeaderGroups()[0]?.headers ?? []).filter(
    ({ id }) =>
      (id !== 'self' || withSelf) &&
      (!told.some((field) => field === id) || fields.some((field) => field === id)),
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  return (
    <div
      ref={scroll}
      role="region"
      aria-label="Neurons of the circuit"
      className="size-full overflow-auto"
      tabIndex={-1}
    >
      <div role="table" aria-rowcount={rows.length + 1} className="min-w-64 text-13">
        <div
          role="row"
          className="sticky top-0 z-10 grid h-7 border-b border-line-strong bg-surface"
          style={{ gridTemplateColumns: template }}
        >
          {heads.map(({ id, column }) => {
            const sorted = column.getIsSorted() || 'none';
            return (
              <div
                key={id}
                role="columnheader"
                aria-sort={sortWords[sorted]}
                className={figures.includes(id) ? 'text-right' : ''}
              >
                <button
                  type="button"
                  className="h-full rounded px-1 text-12 text-ink-2 hover:text-ink"
                  onClick={column.getToggleSortingHandler()}
                >
                  {String(column.columnDef.header)}
                  <span aria-hidden>{arrows[sorted]}</span>
                </button>
              </div>
            );
          })}
        </div>
        <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index]?.original;
            return row ? (
              <NeuronRow
                key={row.index}
                row={row}
                fields={fields}
                withSelf={withSelf}
                template={template}
                at={index}
                top={start}
                selected={selected.has(row.index)}
                onToggle={() => onSelect(toggled(selected, row.index))}
              />
            ) : null;
          })}
        </div>
      </div>
    </div>
  );
}

function rowsOf({ circuit, neurons }: CircuitPicture): Row[] {
  const degrees = degreesOf(circuit);
  return neurons.map(({ id, class: kind, layer, type }, index) => ({
    index,
    id,
    class: kind,
    layer,
    type,
    in: degrees.in[index] ?? 0,
    out: degrees.out[index] ?? 0,
    self: circuit.adjacency[index * circuit.n + index] === 1,
  }));
}
