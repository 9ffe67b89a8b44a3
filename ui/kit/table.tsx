import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { ScrollArea } from './scroll-area.tsx';

export type Column<Row> = {
  id: string;
  head: ReactNode;
  cell: (row: Row, index: number) => ReactNode;
  /** Figures are set in tabular monospace, aligned right. */
  figures?: boolean;
  className?: string;
  headClassName?: string;
};

type Props<Row> = {
  caption: string;
  showCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row, index: number) => string;
  className?: string;
};

/** A dense table in its own scroll area, so that a phone never scrolls the page sideways. The first column heads its row. */
export function Table<Row>(props: Props<Row>) {
  const { caption, showCaption = false, columns, rows, rowKey, className } = props;
  return (
    <ScrollArea label={caption} {...(className ? { className } : {})}>
      <table className="w-full border-collapse text-13">
        <caption className={showCaption ? 'pb-1 text-left text-13 text-ink-2' : 'sr-only'}>
          {caption}
        </caption>
        <thead>
          <tr className="border-b border-line-strong">
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={classNames(
                  'whitespace-nowrap py-1 pr-4 align-bottom text-12 font-medium text-ink-3 last:pr-0',
                  column.figures ? 'text-right' : 'text-left',
                  column.headClassName,
                )}
              >
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={rowKey(row, index)} className="border-b border-line hover:bg-surface-2">
              {columns.map((column, position) => {
                const look = classNames(
                  'py-1.5 pr-4 last:pr-0',
                  column.figures && 'figures whitespace-nowrap text-right',
                  column.className,
                );
                return position === 0 ? (
                  <th
                    key={column.id}
                    scope="row"
                    className={classNames('text-left font-normal', look)}
                  >
                    {column.cell(row, index)}
                  </th>
                ) : (
                  <td key={column.id} className={look}>
                    {column.cell(row, index)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
