'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConnectomeDetail, LabSummary, SamplingRecipe } from '~/core/contracts/index.ts';
import { NumberField, Section, Skeleton, TextField } from '~/ui/kit/index.ts';
import { Loaded } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { PresetChoice, type Preset } from './preset-choice.tsx';
import { RecipeEditor } from './recipe-editor.tsx';
import { SamplingPreviewPane } from './sampling-preview.tsx';
import { SettingsEditor } from './settings-editor.tsx';
import { StartRun } from './start-run.tsx';

/** Loads what the form starts from: the connectome, a recipe that fits it, the presets. */
export function NewRunForm({ lab, connectomeId }: { lab: LabSummary; connectomeId: string }) {
  const trpc = useTRPC();
  const connectome = useQuery(trpc.connectome.get.queryOptions({ connectomeId }));
  const recipe = useQuery(trpc.connectome.defaultRecipe.queryOptions({ connectomeId }));
  const presets = useQuery(trpc.run.presets.queryOptions());
  const waiting = <Skeleton className="h-[40rem]" />;
  return (
    <Loaded query={connectome} waiting={waiting}>
      {(found) => (
        <Loaded query={recipe} waiting={waiting}>
          {(start) => (
            <Loaded query={presets} waiting={waiting}>
              {(choices) => (
                <Form lab={lab} connectome={found} startRecipe={start} presets={choices} />
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
  startRecipe: SamplingRecipe;
  presets: readonly Preset[];
};

function Form({ lab, connectome, startRecipe, presets }: FormProps) {
  const [first] = presets;
  const [recipe, setRecipe] = useState(startRecipe);
  const [preset, setPreset] = useState(first?.id ?? 'smoke');
  const [settings, setSettings] = useState(first?.settings);
  const [seed, setSeed] = useState(1);
  const [name, setName] = useState('');
  if (!settings) return null;
  const choose = (chosen: Preset) => {
    setPreset(chosen.id);
    setSettings(chosen.settings);
    setRecipe((old) => ({ ...old, size: Math.min(chosen.size, startRecipe.size) }));
  };
  const spec = {
    kind: 'train' as const,
    connectomeId: connectome.id,
    name: name.trim() === '' ? `${connectome.name}, ${preset}`.slice(0, 80) : name.trim(),
    sampling: recipe,
    preset,
    settings,
    seed,
  };
  return (
    <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="flex min-w-0 flex-col gap-6">
        <Section title="1. Preset">
          <PresetChoice presets={presets} chosen={preset} onChoose={choose} />
        </Section>
        <Section title="2. Circuits">
          <RecipeEditor connectome={connectome} recipe={recipe} onChange={setRecipe} />
        </Section>
        <Section title="3. Training">
          <SettingsEditor key={preset} settings={settings} onChange={setSettings} />
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
          <StartRun
            lab={lab}
            spec={spec}
            estimate={presets.find((p) => p.id === preset)?.estimate}
          />
        </Section>
      </div>
      <div className="min-w-0">
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
    </div>
  );
}
