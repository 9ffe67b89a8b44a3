'use client';
import type { SamplingRecipe } from '~/core/contracts/index.ts';
import { NumberField, Select, SelectField } from '~/ui/kit/index.ts';

type Folds = SamplingRecipe['folds'];
type Props = { hasPositions: boolean; folds: Folds; onChange: (folds: Folds) => void };

const axes = [
  { value: 'x', label: 'x' },
  { value: 'y', label: 'y (depth)' },
  { value: 'z', label: 'z' },
] as const;

const names = [
  { value: 'train', label: 'training' },
  { value: 'validation', label: 'validation' },
  { value: 'test', label: 'test' },
] as const;

/** A pattern of another length: cut, or gone on with training slabs. */
export function resized(pattern: Folds['pattern'], slabs: number): Folds['pattern'] {
  return Array.from({ length: slabs }, (_, index) => pattern[index] ?? 'train');
}

/** Where the tissue is cut; without positions, shares of regions grown on the graph. */
export function FoldEditor({ hasPositions, folds, onChange }: Props) {
  const put = (change: Partial<Folds>) => onChange({ ...folds, ...change });
  return (
    <fieldset>
      <legend className="mb-1.5 text-12 text-ink-3">
        {hasPositions
          ? 'Folds: slabs of equal neuron count, with a gap between different folds'
          : 'Folds: regions grown on the graph, no neuron in two'}
      </legend>
      <div className="grid grid-cols-2 gap-x-3 gap-y-2 sm:grid-cols-3">
        {hasPositions && (
          <SelectField
            label="Cut across"
            value={folds.axis}
            options={axes}
            onChange={(axis) => put({ axis })}
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
            put({ slabs: whole, pattern: resized(folds.pattern, whole) });
          }}
        />
        {hasPositions && (
          <NumberField
            label="Gap"
            unit="µm"
            min={0}
            value={folds.gapUm}
            onChange={(gapUm) => put({ gapUm })}
          />
        )}
      </div>
      <ol aria-label="Fold of each slab" className="mt-2 flex flex-wrap gap-2">
        {folds.pattern.map((fold, index) => (
          <li key={index}>
            <Select
              aria-label={`Fold of slab ${index + 1}`}
              className="w-28"
              value={fold}
              options={names}
              onChange={(value) => put({ pattern: folds.pattern.with(index, value) })}
            />
          </li>
        ))}
      </ol>
    </fieldset>
  );
}
