'use client';
import type { ConnectomeDetail, SamplingRecipe } from '~/core/contracts/index.ts';
import { NumberField, SelectField } from '~/ui/kit/index.ts';
import { FilterEditor } from './filter-editor.tsx';
import { FoldEditor } from './fold-editor.tsx';
import { ListField } from './list-field.tsx';

type Props = {
  connectome: ConnectomeDetail;
  recipe: SamplingRecipe;
  /** folds that fit the connectome */
  proposed: SamplingRecipe['folds'];
  onChange: (recipe: SamplingRecipe) => void;
};

const methods = [
  { value: 'nearest', label: 'nearest somata' },
  { value: 'neighbourhood', label: 'graph neighbourhood' },
] as const;

/** Everything that decides which neurons make which circuit. */
export function RecipeEditor({ connectome, recipe, proposed, onChange }: Props) {
  const put = (change: Partial<SamplingRecipe>) => onChange({ ...recipe, ...change });
  const grid = 'grid grid-cols-2 gap-x-3 gap-y-2 sm:grid-cols-3';
  return (
    <div className="flex flex-col gap-4">
      <div className={grid}>
        <NumberField
          label="Neurons a circuit, N"
          hint="16 to 512"
          min={16}
          max={512}
          step={1}
          value={recipe.size}
          onChange={(size) => put({ size })}
        />
        <ListField
          label="Other sizes"
          hint="trained on as well; may be empty"
          mayBeEmpty
          values={recipe.otherSizes ?? []}
          onChange={(sizes) => put({ otherSizes: sizes.length > 0 ? sizes : undefined })}
        />
        <SelectField
          label="Method"
          value={recipe.method}
          options={connectome.hasPositions ? methods : methods.slice(1)}
          onChange={(method) => put({ method })}
        />
        <NumberField
          label="Jitter of the centre"
          unit="µm"
          min={0}
          value={recipe.jitterUm}
          disabled={recipe.method !== 'nearest'}
          onChange={(jitterUm) => put({ jitterUm })}
        />
        <ListField
          label="Spreads"
          hint="draw among the nearest spread × N"
          values={recipe.spreads}
          onChange={(spreads) => put({ spreads })}
        />
        <ListField
          label="Degree powers"
          hint="weights (degree + 1)^power"
          values={recipe.degreePowers}
          onChange={(degreePowers) => put({ degreePowers })}
        />
        <NumberField
          label="Least connections a neuron"
          hint="circuits with fewer are redrawn"
          min={0}
          value={recipe.minConnectionsPerNeuron}
          onChange={(minConnectionsPerNeuron) => put({ minConnectionsPerNeuron })}
        />
      </div>
      <FilterEditor
        connectome={connectome}
        filters={recipe.filters}
        onChange={(filters) => put({ filters })}
      />
      <FoldEditor
        hasPositions={connectome.hasPositions}
        folds={recipe.folds}
        proposed={proposed}
        onChange={(folds) => put({ folds })}
      />
      <fieldset>
        <legend className="mb-1.5 text-12 text-ink-3">
          Circuits placed on the map, and the seed
        </legend>
        <div className="grid grid-cols-2 gap-x-3 gap-y-2 sm:grid-cols-4">
          {(['train', 'validation', 'test'] as const).map((fold) => (
            <NumberField
              key={fold}
              label={{ train: 'Training', validation: 'Validation', test: 'Test' }[fold]}
              min={1}
              step={1}
              value={recipe.counts[fold]}
              onChange={(value) => put({ counts: { ...recipe.counts, [fold]: value } })}
            />
          ))}
          <NumberField
            label="Seed of sampling"
            min={0}
            step={1}
            value={recipe.seed}
            onChange={(seed) => put({ seed })}
          />
        </div>
      </fieldset>
    </div>
  );
}
