'use client';
import type { Outputs } from '~/ui/trpc/index.ts';
import { bytes, ScrollArea, Select } from '~/ui/kit/index.ts';
import { fieldOptions } from './column-mapping.ts';
import type { Side } from './guess-side.ts';

type Preview = Outputs['connectome']['inspect'][Side];
type Props = {
  side: Side;
  preview: Preview;
  mapping: Readonly<Record<string, string>>;
  onChange: (column: string, field: string) => void;
};

const delimiters = { ',': 'comma', '\t': 'tab', ';': 'semicolon' };

/** The first rows as they stand; above each column what it was taken for, to be changed there. */
export function TablePreview({ side, preview, mapping, onChange }: Props) {
  return (
    <div className="min-w-0">
      <p className="mb-1 text-13">
        <span className="font-medium">{preview.name}</span>{' '}
        <span className="text-12 text-ink-3">
          {bytes(preview.bytes)}, {delimiters[preview.delimiter]}-separated
          {preview.gzip && ', gzip'}
        </span>
      </p>
      <ScrollArea
        label={`First rows of ${preview.name}`}
        className="w-fit max-w-full rounded border border-line"
      >
        <table className="border-collapse text-12">
          <caption className="sr-only">First rows of {preview.name}</caption>
          <thead className="bg-surface-2">
            <tr>
              {preview.columns.map(({ name }) => (
                <th key={name} scope="col" className="min-w-40 p-2 text-left align-bottom">
                  <span className="mb-1 block max-w-56 truncate font-medium" title={name}>
                    {name}
                  </span>
                  <Select
                    aria-label={`Column ${name} is`}
                    className="w-full font-normal"
                    value={mapping[name] ?? 'ignore'}
                    options={fieldOptions(side)}
                    onChange={(field) => onChange(name, field)}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.rows.slice(0, 6).map((row, index) => (
              <tr key={index} className="border-t border-line">
                {preview.columns.map(({ name }, column) => (
                  <td
                    key={name}
                    className={`figures max-w-56 truncate px-2 py-1 ${
                      mapping[name] === 'ignore' ? 'text-ink-3' : ''
                    }`}
                  >
                    {row[column] ?? ''}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </div>
  );
}
