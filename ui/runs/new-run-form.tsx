'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  sizesOf,
  type ConnectomeDetail,
  type LabSummary,
  type SamplingRecipe,
} from '~/core/contracts/index.ts';
import { NumberField, Section, Skeleton, TextField } from '~/ui/kit/index.ts';
import { Loaded } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { PresetChoice, type Preset } from './preset-choice.tsx';
import { RecipeEditor } from './recipe-editor.tsx';
import { estimateWords, relativeWork } from './relative-work.ts';
import { SamplingPreviewPane } from './sampling-preview.tsx';
import { SettingsEditor } from './settings-editor.tsx';
import { StartRun } from './start-run.tsx';

/** Of the presets; the recipe of smaller ones is that of circuits of 64, or smaller. */
const largestSize = 128;

/** Loads what the form starts from: the connectome, a recipe that fits it, the presets. */
export function NewRunForm({ lab, connectomeId }: { lab: LabSummary; connectomeId: string }) {
  const trpc = useTRPC();
  const connectome = useQuery(trpc.connectome.get.queryOptions({ connectomeId }));
  const recipe = useQuery(trpc.connectome.defaultRecipe.queryOptions({ connectomeId }));
  const large = useQuery(
    trpc.connectome.defaultRecipe.queryOptions({ connectomeId, size: largestSize }),
  );
  const presets = useQuery(trpc.run.presets.queryOptions());
  const waiting = <Skeleton className="h-[40rem]" />;
  return (
    <Loaded query={connectome} waiting={waiting}>
      {(found) => (
        <Loaded query={recipe} waiting={waiting}>
          {(start) => (
            <Loaded query={large} waiting={waiting}>
              {(wide) => (
                <Loaded query={presets} waiting={waiting}>
                  {(choices) => (
                    <Form lab={lab} connectome={found} starts={[start, wide]} presets={choices} />
                  )}
                </Loaded>
              )}
            </Loaded>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

type FormProps = {
  lab: LabSummary;
  connectome: ConnectomeDetail;
  /** Recipes that fit the connectome, by size of their circuits. */
  starts: readonly [SamplingRecipe, SamplingRecipe];
  presets: readonly Preset[];
};

function Form({ lab, connectome, starts, presets }: FormProps) {
  const start = presets.find(({ id }) => id === 'standard') ?? presets[0];
  const [preset, setPreset] = useState(start);
  const [recipe, setRecipe] = useState(() => (start ? fitted(starts, start) : starts[0]));
  const [settings, setSettings] = useState(start?.settings);
  const [seed, setSeed] = useState(1);
  const [name, setName] = useState('');
  if (!settings || !preset) return null;
  const choose = (chosen: Preset) => {
    setPreset(chosen);
    setSettings(chosen.settings);
    setRecipe((old) => ({ ...fitted(starts, chosen), filters: old.filters, seed: old.seed }));
  };
  const spec = {
    kind: 'train' as const,
    connectomeId: connectome.id,
    name: name.trim() === '' ? `${connectome.name}, ${preset.id}`.slice(-80) : name.trim(),
    sampling: recipe,
    preset: preset.id,
    settings,
    seed,
  };
  const work = relativeWork({ size: Math.max(...sizesOf(recipe)), settings }, preset);
  return (
    <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:grid-rows-[auto_auto_auto_1fr]">
      <Section title="1. Preset">
        <PresetChoice presets={presets} chosen={preset.id} onChoose={choose} />
      </Section>
      <Section title="2. Circuits">
        <RecipeEditor
          key={preset.id}
          connectome={connectome}
          recipe={recipe}
          proposed={fitted(starts, preset).folds}
          onChange={setRecipe}
        />
      </Section>
      <div className="min-w-0 lg:col-start-2 lg:row-span-4 lg:row-start-1">
        <div className="lg:sticky lg:top-4">
          <Section title="Preview" note="drawn with this recipe and seed">
            <SamplingPreviewPane
              connectomeId={connectome.id}
              recipe={recipe}
              hasPositions={connectome.hasPositions}
            />
          </Section>
        </div>
      </div>
      <Section title="3. Training">
        <SettingsEditor key={preset.id} settings={settings} onChange={setSettings} />
      </Section>
      <Section title="4. Start">
        <div className="mb-4 grid gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
          <TextField
            label="Name"
            value={name}
            placeholder={spec.name}
            maxLength={80}
            onChange={(event) => setName(event.target.value)}
          />
          <NumberField
            label="Seed of training"
            hint="The same seed gives the same curves on a CPU."
            min={0}
            step={1}
            value={seed}
            onChange={setSeed}
          />
        </div>
        <StartRun lab={lab} spec={spec} estimate={estimateWords(preset.estimate, work)} />
      </Section>
    </div>
  );
}

/** The recipe at the preset's size and counts, or smaller where the connectome is. */
function fitted([usual, large]: FormProps['starts'], { size, counts }: Preset): SamplingRecipe {
  const recipe = size > usual.size ? large : usual;
  return { ...recipe, size: Math.min(size, recipe.size), counts };
}
