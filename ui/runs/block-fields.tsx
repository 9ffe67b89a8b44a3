'use client';
import type { BlockFolds } from '~/core/contracts/index.ts';
import { NumberField, SelectField } from '~/ui/kit/index.ts';
import { foldAxes } from './fold-axes.ts';
import { resizedBlocks } from './fold-kinds.ts';

type Props = { folds: BlockFolds; onChange: (folds: BlockFolds) => void };

/** Across which two axes blocks are cut, and into how many. */
export function BlockFields({ folds, onChange }: Props) {
  const [columns, rows] = folds.across;
  const [first, second] = folds.axes;
  const whole = (value: number) => Math.min(16, Math.max(1, Math.round(value)));
  return (
    <>
      <SelectField
        label="Columns across"
        value={first}
        options={foldAxes.filter(({ value }) => value !== second)}
        onChange={(axis) => onChange({ ...folds, axes: [axis, second] })}
      />
      <SelectField
        label="Rows across"
        value={second}
        options={foldAxes.filter(({ value }) => value !== first)}
        onChange={(axis) => onChange({ ...folds, axes: [first, axis] })}
      />
      <NumberField
        label="Columns"
        min={1}
        max={16}
        step={1}
        value={columns}
        onChange={(value) => onChange(resizedBlocks(folds, [whole(value), rows]))}
      />
      <NumberField
        label="Rows"
        min={1}
        max={16}
        step={1}
        value={rows}
        onChange={(value) => onChange(resizedBlocks(folds, [columns, whole(value)]))}
      />
    </>
  );
}
