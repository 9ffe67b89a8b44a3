'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { measureSpec, type ModelDetail } from '~/core/contracts/index.ts';
import { proposedFunction, proposedMeasure } from '~/core/measurement/index.ts';
import { Button, Notice, NumberField, Section, TextField } from '~/ui/kit/index.ts';
import { labHref } from '~/ui/site/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { FunctionFields } from './function-fields.tsx';
import { StructureFields } from './structure-fields.tsx';

/** What to measure of the circuits of a model, with proposals; the run begins when a worker is free. */
export function MeasureForm({ slug, model }: { slug: string; model: ModelDetail }) {
  const trpc = useTRPC();
  const router = useRouter();
  const client = useQueryClient();
  const { manifest } = model;
  const [settings, setSettings] = useState(() => proposedMeasure(manifest.figures.circuits));
  const [name, setName] = useState('');
  const usual = `Measured: ${model.name}`.slice(0, 80);
  const spec = { ...settings, modelId: model.id, name: name.trim() === '' ? usual : name };
  const issues = measureSpec.safeParse(spec).error?.issues ?? [];
  const start = useMutation(
    trpc.run.measure.mutationOptions({
      onSuccess: async (run) => {
        await client.invalidateQueries(trpc.run.pathFilter());
        router.push(labHref(slug, 'runs', run.id));
      },
    }),
  );
  const asked = settings.function;
  return (
    <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
      <Section title="1. Structure">
        <StructureFields
          manifest={manifest}
          value={settings.structure}
          onChange={(structure) => setSettings({ ...settings, structure })}
        />
      </Section>
      <Section title="2. Function">
        <label className="mb-3 flex items-baseline gap-2 text-13">
          <input
            type="checkbox"
            className="accent-accent"
            checked={asked !== null}
            onChange={(event) =>
              setSettings({
                ...settings,
                function: event.target.checked ? proposedFunction(manifest.figures.circuits) : null,
              })
            }
          />
          Score reservoir tasks too; this takes most of the time
        </label>
        {asked && (
          <FunctionFields
            manifest={manifest}
            value={asked}
            onChange={(next) => setSettings({ ...settings, function: next })}
          />
        )}
      </Section>
      <Section title="3. Start">
        <div className="mb-4 grid gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
          <TextField
            label="Name"
            value={name}
            placeholder={usual}
            maxLength={80}
            onChange={(event) => setName(event.target.value)}
          />
          <NumberField
            label="Seed"
            min={0}
            step={1}
            value={settings.seed}
            onChange={(seed) => setSettings({ ...settings, seed })}
          />
        </div>
        {issues.length > 0 && (
          <Notice tone="warn">
            <ul>
              {issues.map((issue) => (
                <li key={`${issue.path.join('.')} ${issue.message}`}>{issue.message}</li>
              ))}
            </ul>
          </Notice>
        )}
        {start.error && <Notice tone="danger">{start.error.message}</Notice>}
        <Button
          variant="primary"
          className="mt-3"
          busy={start.isPending}
          disabled={issues.length > 0}
          onClick={() => start.mutate({ spec })}
        >
          Start measuring
        </Button>
      </Section>
    </div>
  );
}
