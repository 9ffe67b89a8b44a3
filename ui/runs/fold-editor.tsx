'use client';
import type { Folds } from '~/core/contracts/index.ts';
import { NumberField, SelectField } from '~/ui/kit/index.ts';
import { BlockFields } from './block-fields.tsx';
import { foldKinds, foldsOf, foldWords, kindOf } from './fold-kinds.ts';
import { FoldPattern } from './fold-pattern.tsx';
import { SlabFields } from './slab-fields.tsx';

type Props = {
  hasPositions: boolean;
  folds: Folds;
  /** what the recipe started from */
  proposed: Folds;
  onChange: (folds: Folds) => void;
};

/** Where the tissue is cut; without positions, shares of regions grown on the graph. */
export function FoldEditor({ hasPositions, folds, proposed, onChange }: Props) {
  const kind = kindOf(folds);
  const blocks = folds.kind === 'blocks';
  return (
    <fieldset>
      <legend className="mb-1.5 text-12 text-ink-3">
        {hasPositions
          ? `Folds. ${foldWords(folds, proposed)}`
          : 'Folds: regions grown on the graph, no neuron in two'}
      </legend>
      <div className="grid grid-cols-2 gap-x-3 gap-y-2 sm:grid-cols-3">
        {hasPositions && (
          <SelectField
            label="Kind"
            value={kind}
            options={foldKinds}
            onChange={(chosen) => onChange(foldsOf(chosen, folds, proposed))}
          />
        )}
        {blocks ? (
          <BlockFields folds={folds} onChange={onChange} />
        ) : (
          <SlabFields hasPositions={hasPositions} folds={folds} onChange={onChange} />
        )}
        {hasPositions && (
          <NumberField
            label="Gap"
            unit="µm"
            min={0}
            value={folds.gapUm}
            onChange={(gapUm) => onChange({ ...folds, gapUm })}
          />
        )}
      </div>
      <FoldPattern
        pattern={folds.pattern}
        part={blocks ? 'block' : 'slab'}
        rows={blocks ? folds.across[1] : undefined}
        onChange={(pattern) => onChange({ ...folds, pattern })}
      />
    </fieldset>
  );
}
