'use client';
import { useMemo, useState } from 'react';
import type { FunctionTask, MeasurementDetail } from '~/core/contracts/index.ts';
import {
  reciprocityWords,
  scorePlot,
  structurePlot,
  toldPlot,
  withPlot,
  withWords,
} from '~/core/measurement/index.ts';
import { Section, SelectField } from '~/ui/kit/index.ts';
import { PlotFigure } from '~/ui/model/index.ts';

/** The figures of one measurement, each plot with its table. */
export function MeasurementView({ found }: { found: MeasurementDetail }) {
  const { structure, function: tasks } = found.result;
  const plot = useMemo(() => structurePlot(structure), [structure]);
  return (
    <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
      {structure.length > 0 && <PlotFigure plot={plot} model={found.name} />}
      {tasks && tasks.length > 0 && <FunctionView tasks={tasks} name={found.name} />}
    </div>
  );
}

function FunctionView({ tasks, name }: { tasks: readonly FunctionTask[]; name: string }) {
  const radii = tasks[0]?.protocol.values ?? [];
  const [wanted, setWanted] = useState<number | null>(null);
  const radius = wanted ?? radii.find((one) => one >= 0.9) ?? radii.at(-1) ?? 0;
  const plots = useMemo(
    () => ({
      told: toldPlot(tasks),
      goesWith: withPlot(tasks, radius),
      scores: tasks.map(scorePlot),
    }),
    [tasks, radius],
  );
  return (
    <>
      <PlotFigure plot={plots.told} model={name} />
      <PlotFigure plot={plots.goesWith} model={name}>
        <div className="mt-2 flex flex-col gap-2">
          {radii.length > 1 && (
            <SelectField
              label="Spectral radius"
              className="max-w-40"
              value={String(radius)}
              options={radii.map((one) => ({ value: String(one), label: String(one) }))}
              onChange={(next) => setWanted(Number(next))}
            />
          )}
          <Sentences lines={withWords(tasks, radius)} />
        </div>
      </PlotFigure>
      <Section title="Whether reciprocity helps">
        <p className="mb-2 max-w-prose text-13 text-ink-2">
          The same test circuits rewired twice, degrees kept: once with as many answered connections
          as before, once with as many as chance gives. What the scores differ by, with the interval
          of 95 % over resampled circuits, at each spectral radius.
        </p>
        <Sentences lines={tasks.map(reciprocityWords)} />
      </Section>
      {plots.scores.map((plot) => (
        <PlotFigure key={plot.id} plot={plot} model={name} />
      ))}
    </>
  );
}

function Sentences({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="max-w-prose list-disc pl-5 text-13 marker:text-ink-3">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
