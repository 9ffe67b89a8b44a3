import { ClassMark } from '~/ui/kit/index.ts';

export type Row = {
  index: number;
  id: string;
  class: string;
  layer: string;
  type: string;
  in: number;
  out: number;
  /** Whether it connects to itself; not counted in the degrees. */
  self: boolean;
};

export const rowHeight = 26;

type Props = {
  row: Row;
  /** Columns between the id and the degrees that are shown. */
  fields: readonly ('class' | 'layer' | 'type')[];
  /** Whether there is a column for self-edges. */
  withSelf: boolean;
  /** Widths of all columns, as grid-template-columns. */
  template: string;
  at: number;
  top: number;
  selected: boolean;
  onToggle: () => void;
};

/** One neuron. @param at position among all rows, from 0; @param top pixels from the first row */
export function NeuronRow({ row, fields, withSelf, template, at, top, selected, onToggle }: Props) {
  return (
    <div
      role="row"
      aria-rowindex={at + 2}
      aria-selected={selected}
      className="absolute inset-x-0 grid items-center border-b border-line hover:bg-surface-2 aria-selected:bg-accent-soft"
      style={{
        gridTemplateColumns: template,
        height: rowHeight,
        transform: `translateY(${top}px)`,
      }}
    >
      <div role="rowheader" className="min-w-0">
        <button
          type="button"
          aria-pressed={selected}
          onClick={onToggle}
          className="figures block w-full truncate px-1 text-left"
        >
          {row.id}
        </button>
      </div>
      {fields.map((field) => (
        <div key={field} role="cell" className="truncate px-1">
          {field === 'class' && <ClassMark value={row.class} />} {row[field]}
        </div>
      ))}
      <div role="cell" className="figures px-1 text-right">
        {row.in}
      </div>
      <div role="cell" className="figures px-1 text-right">
        {row.out}
      </div>
      {withSelf && (
        <div role="cell" className="px-1 text-right">
          {row.self ? 'yes' : ''}
        </div>
      )}
    </div>
  );
}
