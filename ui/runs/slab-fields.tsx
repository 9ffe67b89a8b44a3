'use client';
import type { SlabFolds } from '~/core/contracts/index.ts';
import { NumberField, SelectField } from '~/ui/kit/index.ts';
import { foldAxes } from './fold-axes.ts';
import { resized } from './fold-kinds.ts';

type Props = { hasPositions: boolean; folds: SlabFolds; onChange: (folds: SlabFolds) => void };

/** The axis of slabs and their number; without positions, the number of shares. */
export function SlabFields({ hasPositions, folds, onChange }: Props) {
  return (
    <>
      {hasPositions && (
        <SelectField
          label="Cut across"
          value={folds.axis}
          options={foldAxes}
          onChange={(axis) => onChange({ ...folds, axis })}
        />
      )}
      <NumberField
        label={hasPositions ? 'Slabs' : 'Regions'}
        min={3}
        max={64}
        step={1}
        value={folds.slabs}
        onChange={(slabs) => {
          const whole = Math.min(64, Math.max(3, Math.round(slabs)));
          onChange({ ...folds, slabs: whole, pattern: resized(folds.pattern, whole) });
        }}
      />
    </>
  );
}
