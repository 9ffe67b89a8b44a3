'use client';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ModelManifest } from '~/core/contracts/index.ts';
import { sizeOf, type LatentMap } from '~/core/latent/index.ts';
import type { MetricValues } from '~/core/metrics/index.ts';
import type { Synthesis, WishId } from '~/core/synthesis/index.ts';
import type { Decoder } from '~/ui/decode/index.ts';
import { Button, decimal, Notice, Progress } from '~/ui/kit/index.ts';
import { BatchPanel } from './batch-panel.tsx';
import { ObstacleList } from './obstacle-list.tsx';
import { SynthesisResult } from './synthesis-result.tsx';
import { useSynthesis } from './use-synthesis.ts';
import { formOf, requestOf, withRequest } from './wish-form.ts';
import { WishRows } from './wish-rows.tsx';
import { spanOf, type SpanOf } from './wish-span.ts';

/** Where an order begins: the individual and the neurons of the probe, and circuits whose values may be taken. */
export type Origin = {
  readonly z: readonly number[];
  readonly seed: number;
  /** the circuit of the map whose neurons are wired */
  readonly conditions: number;
  readonly sources: readonly { readonly label: string; readonly values: MetricValues }[];
};

export type SynthesisProps = {
  manifest: ModelManifest;
  map: LatentMap;
  decoder: Decoder | null;
  canPin: boolean;
  onShow: (made: Synthesis) => void;
  onPin: (made: Synthesis) => void;
};

/** What a circuit shall be, and the circuit that is made to it. */
export function SynthesisPanel({ origin, ...props }: SynthesisProps & { origin: Origin }) {
  const { manifest, map, decoder, canPin, onShow, onPin } = props;
  const [form, setForm] = useState(() => formOf(origin.sources[0]?.values ?? null));
  const [seed, setSeed] = useState(origin.seed);
  const [pinned, setPinned] = useState<Synthesis | null>(null);
  const { ordered, order, stop, memory, scoring, learn } = useSynthesis({ manifest, map, decoder });
  const span = useMemo(() => spanOf(map, memory), [map, memory]);
  const wrong = new Set(
    ordered.status === 'refused' ? ordered.obstacles.flatMap(({ metrics }) => metrics) : [],
  );
  const made = ordered.status === 'made' ? ordered : null;
  const working = ordered.status === 'working';
  // The answer stands below the form, on most screens out of sight.
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (ordered.status !== 'idle' && ordered.status !== 'working')
      answer.current?.scrollIntoView({ block: 'nearest' });
  }, [ordered.status]);
  const ask = (individual: number) => {
    setSeed(individual);
    order({ request: requestOf(form), seed: individual, conditions: origin.conditions });
  };
  return (
    <div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask(seed);
        }}
      >
        <div className="mb-2 flex flex-wrap items-center gap-2 text-13 text-ink-2">
          Take the values of
          {origin.sources.map(({ label, values }) => (
            <Button key={label} size="small" onClick={() => setForm((now) => formOf(values, now))}>
              {label}
            </Button>
          ))}
        </div>
        <WishRows
          form={form}
          about={(id) => spanWords(id, span, scoring)}
          wrong={wrong}
          size={sizeOf(map, origin.conditions)}
          onChange={(id, wish) => {
            setForm((now) => ({ ...now, [id]: wish }));
            // an order tells of what goes wrong
            if (id === 'memory' && wish.asked && !memory && scoring === null)
              learn().catch(() => undefined);
          }}
        />
        <div className="mt-3 flex items-center gap-2">
          <Button variant="primary" type="submit" disabled={!decoder} busy={working}>
            Synthesise
          </Button>
          {working ? (
            <Button variant="quiet" onClick={stop}>
              Stop
            </Button>
          ) : (
            made && (
              <Button variant="quiet" onClick={() => ask(seed + 1)}>
                Another individual
              </Button>
            )
          )}
          <span className="flex-1">
            {working && <Progress label="Synthesis" value={ordered.share} />}
          </span>
        </div>
      </form>
      <div ref={answer} className="mt-3 min-h-8" aria-live="polite">
        {ordered.status === 'refused' && (
          <ObstacleList
            obstacles={ordered.obstacles}
            onNearest={(nearest) => setForm((now) => withRequest(now, nearest))}
          />
        )}
        {ordered.status === 'failed' && <Notice tone="danger">{ordered.message}</Notice>}
        {made && (
          <>
            <SynthesisResult {...made} map={map} manifest={manifest} span={span} />
            <div className="mt-3 flex flex-wrap gap-2">
              <Button onClick={() => onShow(made.synthesis)}>Show in the room</Button>
              <Button
                disabled={!canPin || pinned === made.synthesis}
                onClick={() => {
                  onPin(made.synthesis);
                  setPinned(made.synthesis);
                }}
              >
                {pinned === made.synthesis ? 'Pinned' : 'Pin to the bench'}
              </Button>
            </div>
          </>
        )}
      </div>
      <BatchPanel
        manifest={manifest}
        map={map}
        decoder={decoder}
        request={() => requestOf(form)}
        seed={seed}
        conditions={origin.conditions}
      />
    </div>
  );
}

function spanWords(id: WishId, span: SpanOf, scoring: number | null): string {
  const { least, greatest } = span(id);
  if (id === 'memory' && scoring !== null)
    return `scoring observed circuits, ${Math.round(100 * scoring)} %`;
  if (Number.isNaN(least)) return 'observed circuits are scored first';
  return `data ${decimal(least)} to ${decimal(greatest)}`;
}
