'use client';
import { useState } from 'react';
import { MiniCircuit, packedEdges, Section } from '~/ui/kit/index.ts';
import type { RunRecord } from './run-record.ts';

type Sample = RunRecord['samples'][number];
type Packed = Sample['generated'][number];

function Picture({ packed, label }: { packed: Packed | undefined; label: string }) {
  if (!packed)
    return (
      <div className="min-w-0">
        <div className="aspect-square w-full rounded bg-surface-2" />
        <p className="text-12 text-ink-3">–</p>
      </div>
    );
  const edges = packedEdges(packed.n, packed.adjacency);
  return (
    <div className="min-w-0">
      <MiniCircuit
        circuit={{ n: packed.n, edges, x: packed.x, y: packed.y }}
        label={`${label}, ${edges.length} connections`}
        className="aspect-square w-full rounded bg-surface-2"
      />
      <p className="text-12 text-ink-3">
        <span className="figures">{edges.length}</span> edges
      </p>
    </div>
  );
}

/** Held-out circuits above, an individual drawn from each one's blueprint below; the slider goes back in training. */
export function RunSamples({ samples }: { samples: RunRecord['samples'] }) {
  const [chosen, setChosen] = useState<number | null>(null);
  const index = Math.min(chosen ?? Infinity, samples.length - 1);
  const sample = samples[index];
  return (
    <Section
      title="Held-out circuits and their decoded individuals"
      note={sample ? `after epoch ${sample.epoch}` : 'after the first epoch'}
    >
      <div>
        <Rows sample={sample ?? nothingYet} />
        <label className="mt-2 flex items-center gap-3 text-12 text-ink-2">
          Epoch
          <input
            type="range"
            min={0}
            max={Math.max(1, samples.length - 1)}
            disabled={samples.length < 2}
            value={Math.max(0, index)}
            className="w-full min-w-0 accent-accent"
            aria-valuetext={sample ? `epoch ${sample.epoch}` : 'none yet'}
            onChange={(event) => {
              const next = event.target.valueAsNumber;
              setChosen(next >= samples.length - 1 ? null : next);
            }}
          />
        </label>
      </div>
    </Section>
  );
}

/** Holds the place of the pictures until the first epoch is over. */
const nothingYet: Sample = { kind: 'sample', epoch: 0, generated: [], observed: [] };

function Rows({ sample }: { sample: Sample }) {
  const shown = 4;
  const rows = [
    { name: 'Observed', circuits: sample.observed },
    { name: 'Decoded', circuits: sample.generated },
  ];
  return (
    <div className="flex flex-col gap-2">
      {rows.map(({ name, circuits }) => (
        <div key={name}>
          <p className="mb-1 text-12 text-ink-2">{name}</p>
          <div className="grid grid-cols-4 gap-2">
            {Array.from({ length: shown }, (_, index) => (
              <Picture
                key={index}
                packed={circuits[index]}
                label={`${name} circuit ${index + 1}`}
              />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
