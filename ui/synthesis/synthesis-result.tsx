'use client';
import { useMemo } from 'react';
import type { ModelManifest } from '~/core/contracts/index.ts';
import { edgesOf } from '~/core/decoder/index.ts';
import { neuronsOf, type LatentMap } from '~/core/latent/index.ts';
import type { Synthesis, SynthesisAsked } from '~/core/synthesis/index.ts';
import { memoryProtocol, memoryTolerance, tolerance } from '~/core/synthesis/index.ts';
import { useNulls } from '~/ui/decode/index.ts';
import { decimal, MiniCircuit, Notice } from '~/ui/kit/index.ts';
import { ReachedTable } from './reached-table.tsx';
import type { SpanOf } from './wish-span.ts';

type Props = {
  synthesis: Synthesis;
  asked: SynthesisAsked;
  milliseconds: number;
  map: LatentMap;
  manifest: ModelManifest;
  span: SpanOf;
};

/** The circuit that was made: asked beside reached, its null, what it cost and whether it is new. */
export function SynthesisResult({ synthesis, asked, milliseconds, map, manifest, span }: Props) {
  const { circuit, conditions } = synthesis;
  const of = useMemo(
    () => ({ circuit, neurons: neuronsOf(map, conditions), hasPositions: manifest.hasPositions }),
    [circuit, conditions, map, manifest],
  );
  const nulls = useNulls(of, 'degree', false);
  const picture = useMemo(
    () => ({
      n: circuit.n,
      edges: edgesOf(circuit),
      x: manifest.hasPositions ? of.neurons.map(({ x }) => x) : undefined,
      y: manifest.hasPositions ? of.neurons.map(({ y }) => y) : undefined,
      class: of.neurons.map((neuron) => neuron.class),
    }),
    [circuit, of, manifest],
  );
  const share = withinWords(synthesis.memory !== null);
  return (
    <div data-testid="synthesis" data-worst={synthesis.worst} data-cost={synthesis.typicality.cost}>
      <Notice tone={synthesis.reached ? 'ok' : 'warn'}>
        {synthesis.reached
          ? `Reached: all that is asked, within ${share} of what the data span.`
          : `Not reached within ${share} of what the data span. This is the nearest that was found; ask for less at once, or for a range.`}
      </Notice>
      <div className="mt-2 flex items-start gap-3">
        <MiniCircuit
          circuit={picture}
          label="The circuit that was made"
          className="size-24 shrink-0"
        />
        <ul className="min-w-0 text-13 text-ink-2">
          <li>{costSentence(synthesis)}</li>
          <li className="mt-1">{noveltySentence(synthesis)}</li>
          {synthesis.memory !== null && <li className="mt-1">{memorySentence()}</li>}
          <li className="figures mt-1 text-12 text-ink-3">
            {`individual ${synthesis.seed}, ${synthesis.steps} changes tried, ${decimal(milliseconds / 1000, 2)} s`}
          </li>
        </ul>
      </div>
      <ReachedTable
        request={asked.request}
        metrics={synthesis.metrics}
        memory={synthesis.memory}
        beside={nulls?.beside ?? null}
        span={span}
      />
    </div>
  );
}

function withinWords(memory: boolean): string {
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  return memory ? `${percent(tolerance)} (memory ${percent(memoryTolerance)})` : percent(tolerance);
}

function memorySentence(): string {
  const { values, inputSeeds, train, test } = memoryProtocol;
  return `Memory is the mean over ${inputSeeds.length} inputs at spectral radius ${values[0] ?? 0}, ${train} steps to fit and ${test} to judge; under other inputs it is another.`;
}

function costSentence({ typicality, distance }: Synthesis): string {
  const { cost } = typicality;
  const than = cost >= 0 ? 'below' : 'above';
  return `Its log-probability lies ${decimal(Math.abs(cost), 1)} standard deviations ${than} that of plain draws there. Its place lies ${decimal(distance, 1)} times as far out as encoded circuits do.`;
}

function noveltySentence({ novelty }: Synthesis): string {
  const { nearest, shared, identical, sameDegrees } = novelty;
  if (identical > 0) return `Not new: ${identical} circuits of the map have the same connections.`;
  const names = sameDegrees === 0 ? ', also under other names' : '';
  const next =
    nearest < 0
      ? 'none shares a connection'
      : `circuit ${nearest + 1} is nearest and shares ${decimal(100 * shared, 1)} % of the connections`;
  return `New: no circuit of the map has the same connections${names}; ${next}.`;
}
