'use client';
import type { Folds } from '~/core/contracts/index.ts';
import { Select } from '~/ui/kit/index.ts';

const names = [
  { value: 'train', label: 'training' },
  { value: 'validation', label: 'validation' },
  { value: 'test', label: 'test' },
] as const;

type Props = {
  pattern: Folds['pattern'];
  onChange: (pattern: Folds['pattern']) => void;
  /** what a part is called, and its number of rows where parts stand in columns */
  part: 'slab' | 'block';
  rows?: number;
};

/** The fold of each part; blocks stand as they lie in the preview. */
export function FoldPattern({ pattern, onChange, part, rows }: Props) {
  const name = (index: number) =>
    rows ? `column ${Math.floor(index / rows) + 1}, row ${(index % rows) + 1}` : String(index + 1);
  return (
    <ol
      aria-label={`Fold of each ${part}`}
      className={
        rows
          ? 'mt-2 grid grid-flow-col justify-start gap-2 overflow-x-auto p-1'
          : 'mt-2 flex flex-wrap gap-2'
      }
      style={rows ? { gridTemplateRows: `repeat(${rows}, auto)` } : undefined}
    >
      {pattern.map((fold, index) => (
        <li key={index}>
          <Select
            aria-label={`Fold of ${part} ${name(index)}`}
            className="w-28"
            value={fold}
            options={names}
            onChange={(value) => onChange(pattern.with(index, value))}
          />
        </li>
      ))}
    </ol>
  );
}
