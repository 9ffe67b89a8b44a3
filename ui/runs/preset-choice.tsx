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
          <div
            key={preset.id}
            className="relative flex items-start gap-2 rounded border border-line p-2 hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              id={`${id}-${preset.id}`}
              aria-describedby={`${id}-${preset.id}-about`}
              type="radio"
              name={`${id}-preset`}
              className="relative z-10 mt-0.5 accent-accent outline-none"
              checked={preset.id === chosen}
              onChange={() => onChoose(preset)}
            />
            <div className="min-w-0">
              <label
                htmlFor={`${id}-${preset.id}`}
                className="text-13 font-medium after:absolute after:inset-0 after:cursor-pointer"
              >
                {preset.title}
              </label>
              <p id={`${id}-${preset.id}-about`} className="text-12 text-ink-2">
                {preset.about}
              </p>
            </div>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
