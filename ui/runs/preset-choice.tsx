'use client';
import { useId } from 'react';
import type { Outputs } from '~/ui/trpc/index.ts';

export type Preset = Outputs['run']['presets'][number];
type Props = {
  presets: readonly Preset[];
  chosen: string;
  onChoose: (preset: Preset) => void;
};

/** Three ready settings; choosing one fills the form, and every field can then be changed. */
export function PresetChoice({ presets, chosen, onChoose }: Props) {
  const id = useId();
  return (
    <fieldset>
      <legend className="sr-only">Preset</legend>
      <div className="grid gap-2 sm:grid-cols-3">
        {presets.map((preset) => (
          <label
            key={preset.id}
            htmlFor={`${id}-${preset.id}`}
            className="flex cursor-pointer items-start gap-2 rounded border border-line p-2 hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              id={`${id}-${preset.id}`}
              type="radio"
              name="preset"
              className="mt-0.5 accent-accent outline-none"
              checked={preset.id === chosen}
              onChange={() => onChoose(preset)}
            />
            <span className="min-w-0">
              <span className="block text-13 font-medium">{preset.title}</span>
              <span className="block text-12 text-ink-2">{preset.about}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
