import { ClassMark } from '~/ui/kit/index.ts';

export type Row = {
  index: number;
  id: string;
  class: string;
  layer: string;
  type: string;
  in: number;
  out: number;
};

/** Columns shared by the head and the rows of the neuron table. */
export const template = 'grid-cols-[minmax(8rem,1fr)_4rem_4rem_4.5rem_3rem_3rem]';
export const rowHeight = 26;

type Props = { row: Row; at: number; top: number; selected: boolean; onToggle: () => void };

/** One neuron. @param at position among all rows, from 0; @param top pixels from the first row */
export function NeuronRow({ row, at, top, selected, onToggle }: Props) {
  return (
    <div
      role="row"
      aria-rowindex={at + 2}
      aria-selected={selected}
      className={`absolute inset-x-0 grid items-center border-b border-line hover:bg-surface-2 aria-selected:bg-accent-soft ${template}`}
      style={{ height: rowHeight, transform: `translateY(${top}px)` }}
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
      <div role="cell" className="flex items-center gap-1 px-1">
        <ClassMark value={row.class} /> {row.class}
      </div>
      <div role="cell" className="truncate px-1">
        {row.layer}
      </div>
      <div role="cell" className="truncate px-1">
        {row.type}
      </div>
      <div role="cell" className="figures px-1 text-right">
        {row.in}
      </div>
      <div role="cell" className="figures px-1 text-right">
        {row.out}
      </div>
    </div>
  );
}
