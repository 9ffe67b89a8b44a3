'use client';
import type { MeasureSettings, ModelManifest } from '~/core/contracts/index.ts';
import { nullModels } from '~/core/nulls/index.ts';
import { NumberField, Segments } from '~/ui/kit/index.ts';
import { ChoiceList } from './choice-list.tsx';

type Structure = MeasureSettings['structure'];
type Props = {
  manifest: ModelManifest;
  value: Structure;
  onChange: (value: Structure) => void;
};

/** Nulls as choices; distance × type only where the neurons have positions or kinds. */
export function nullChoices({ hasPositions, conditions }: ModelManifest) {
  const known = hasPositions || conditions.categories.some(({ values }) => values.length > 1);
  return nullModels
    .filter(({ id }) => known || id !== 'distance_type')
    .map(({ id, name, keeps }) => ({ value: id, label: name, about: `keeps ${keeps}` }));
}

/** Which metrics and nulls, of how many circuits and draws. */
export function StructureFields({ manifest, value, onChange }: Props) {
  const { train, validation, test } = manifest.figures.circuits;
  const most = Math.min(2000, Math.max(train, validation, test));
  return (
    <div className="flex flex-col gap-3">
      <Segments
        label="Metrics"
        value={value.metrics}
        options={[
          { value: 'eight', label: 'the eight a model learns' },
          { value: 'all', label: 'all there are' },
        ]}
        onChange={(metrics) => onChange({ ...value, metrics })}
      />
      <ChoiceList
        legend="Beside which nulls"
        options={nullChoices(manifest)}
        chosen={value.nulls}
        onChange={(nulls) => onChange({ ...value, nulls })}
      />
      <div className="grid grid-cols-2 gap-3">
        <NumberField
          label="Circuits of each fold"
          hint={`at most ${most}`}
          min={1}
          max={most}
          step={1}
          value={value.circuits}
          onChange={(circuits) => onChange({ ...value, circuits })}
        />
        <NumberField
          label="Draws of each null"
          hint="a circuit; at most 500"
          min={2}
          max={500}
          step={1}
          value={value.draws}
          onChange={(draws) => onChange({ ...value, draws })}
        />
      </div>
    </div>
  );
}
