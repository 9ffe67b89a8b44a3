'use client';
import { memo, useCallback, useMemo, type ReactNode } from 'react';
import { CircuitLegend, CircuitPanel, CircuitStatus, CircuitTabs } from '~/ui/circuit/index.ts';
import type { CircuitPicture } from '~/ui/circuit/index.ts';
import { Button, Notice, Skeleton } from '~/ui/kit/index.ts';
import { Individual } from './individual.tsx';
import type { ShownCircuit } from './use-shown-circuit.ts';
import type { View, ViewAction } from './view.ts';

type Props = {
  view: View;
  act: (action: ViewAction) => void;
  shown: ShownCircuit | null;
  observed: CircuitPicture | null;
  error: string | null;
  /** What is waited for while nothing is shown yet. */
  waiting: string;
  hasPositions: boolean;
  /** Further controls of how the circuit is drawn. */
  controls?: ReactNode;
};

// A probe that moves is not yet another circuit: what shows the circuit waits for it.
const Panel = memo(CircuitPanel);
const Tabs = memo(CircuitTabs);
const OneIndividual = memo(Individual);

/** The circuit at the probe, beside it the observed one that is open, and below how it was made. */
export function CircuitColumn(props: Props) {
  const { view, act, shown, observed, error, waiting, hasPositions, controls } = props;
  const selected = useMemo(() => new Set(view.neurons), [view.neurons]);
  const onSelect = useCallback(
    (neurons: ReadonlySet<number>) => act({ type: 'set', fields: { neurons: [...neurons] } }),
    [act],
  );
  const onSeed = useCallback((seed: number) => act({ type: 'probe', probe: { seed } }), [act]);
  const onTab = useCallback((tab: View['tab']) => act({ type: 'set', fields: { tab } }), [act]);
  const onLayout = useCallback(
    (layout: View['layout']) => act({ type: 'set', fields: { layout } }),
    [act],
  );
  const panel = { tab: view.tab, layout: view.layout, selected, onSelect };
  return (
    <div className="flex size-full min-h-0 min-w-0 flex-col">
      <div className="flex min-h-10 flex-wrap items-center justify-between gap-x-3 gap-y-1 border-b border-line px-2 py-1">
        <OneIndividual seed={view.probe.seed} onSeed={onSeed} />
        {view.opened !== null && (
          <Button size="small" variant="quiet" onClick={() => act({ type: 'close' })}>
            Close circuit {view.opened + 1}
          </Button>
        )}
      </div>
      <div className="flex min-h-0 flex-1">
        <div className="relative min-w-0 flex-1">
          {error ? (
            <div className="p-2">
              <Notice tone="danger">{error}</Notice>
            </div>
          ) : shown ? (
            <Panel
              {...panel}
              picture={shown.picture}
              title={view.pin ? `Pinned ${view.pin.name}` : 'Decoded'}
            />
          ) : (
            <>
              <Skeleton className="size-full rounded-none" label="Decoding" />
              <p
                aria-hidden
                className="figures absolute inset-0 grid place-items-center text-13 text-ink-2"
                data-testid="waiting"
              >
                {waiting}
              </p>
            </>
          )}
        </div>
        {observed && (
          <div className="relative min-w-0 flex-1 border-l border-line" data-testid="observed">
            <Panel {...panel} picture={observed} title={`Observed ${(view.opened ?? 0) + 1}`} />
          </div>
        )}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 border-t border-line px-2 py-1">
        <Tabs
          tab={view.tab}
          layout={view.layout}
          hasPositions={hasPositions}
          onTab={onTab}
          onLayout={onLayout}
        />
        {controls}
        <div className="min-h-4">
          {shown && <CircuitLegend picture={shown.picture} as={view.tab} />}
        </div>
        <div className="basis-full">
          <CircuitStatus
            picture={shown?.picture ?? null}
            backend={shown?.backend ?? null}
            milliseconds={shown?.milliseconds ?? null}
            borderline={shown?.borderline ?? null}
          />
        </div>
      </div>
    </div>
  );
}
