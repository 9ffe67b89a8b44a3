'use client';
import type { MeasureSettings, ModelManifest } from '~/core/contracts/index.ts';
import { reservoirTasks } from '~/core/reservoir/index.ts';
import { NumberField, TextField } from '~/ui/kit/index.ts';
import { useState } from 'react';
import { ChoiceList } from './choice-list.tsx';
import { nullChoices } from './structure-fields.tsx';

type Asked = NonNullable<MeasureSettings['function']>;
type Props = { manifest: ModelManifest; value: Asked; onChange: (value: Asked) => void };

const numbersOf = (text: string) =>
  text
    .split(/[\s,;]+/)
    .filter((part) => part !== '')
    .map(Number);

/** Which tasks, over which radii and how many inputs, of how many circuits and nulls. */
export function FunctionFields({ manifest, value, onChange }: Props) {
  const [radii, setRadii] = useState(value.radii.join(', '));
  const { train, test } = manifest.figures.circuits;
  const number = (
    key: 'inputs' | 'steps' | 'train' | 'test' | 'nullCircuits' | 'nullDraws',
    label: string,
    most: number,
    least: number,
  ) => (
    <NumberField
      label={label}
      hint={`${least} to ${most}`}
      min={least}
      max={most}
      step={1}
      value={value[key]}
      onChange={(next) => onChange({ ...value, [key]: next })}
    />
  );
  return (
    <div className="flex flex-col gap-3">
      <ChoiceList
        legend="Tasks"
        options={reservoirTasks.map(({ id, name }) => ({ value: id, label: name }))}
        chosen={value.tasks}
        onChange={(tasks) => onChange({ ...value, tasks })}
      />
      <TextField
        label="Spectral radii"
        hint="separated by commas; at most 20, each 0.05 to 3"
        value={radii}
        onChange={(event) => {
          setRadii(event.target.value);
          onChange({ ...value, radii: numbersOf(event.target.value) });
        }}
      />
      <div className="grid grid-cols-2 gap-3">
        {number('inputs', 'Input seeds', 32, 1)}
        {number('steps', 'Steps', 10_000, 100)}
        {number('train', 'Training circuits', Math.min(5000, train), 20)}
        {number('test', 'Test circuits', Math.min(5000, test), 10)}
      </div>
      <ChoiceList
        legend="Scores beside which nulls"
        options={nullChoices(manifest)}
        chosen={value.nulls}
        onChange={(nulls) => onChange({ ...value, nulls })}
      />
      <p className="max-w-prose text-12 text-ink-3">
        Degrees kept, with and without reciprocity: what differs between the two is what reciprocity
        does to a score.
      </p>
      <div className="grid grid-cols-2 gap-3">
        {number('nullCircuits', 'Circuits beside nulls', Math.min(1000, test), 2)}
        {number('nullDraws', 'Draws of each null', 100, 2)}
      </div>
    </div>
  );
}
