'use client';
import { useCallback, useMemo, useState } from 'react';
import type { ViewDetail } from '~/core/contracts/index.ts';
import { neuronsOf, type LatentMap } from '~/core/latent/index.ts';
import { openingWords, useDecoder, useMetrics } from '~/ui/decode/index.ts';
import { Button, Dialog, ThemeToggle } from '~/ui/kit/index.ts';
import { StructurePanel, type BesideShown } from '~/ui/structure/index.ts';
import { CiteDialog, ComparisonLine, CopyView, SaveView } from '~/ui/views/index.ts';
import { useBackendChoice } from './backend-choice.ts';
import { CircuitColumn } from './circuit-column.tsx';
import { EdgeRecord } from './edge-record.tsx';
import { MapColumn } from './map-column.tsx';
import { hasMoved, restoredView } from './restored-view.ts';
import { Share } from './room-header.tsx';
import { SavedViewAbout } from './saved-view-about.tsx';
import { SavedViewHeader } from './saved-view-header.tsx';
import { useRecomputed } from './use-recomputed.ts';
import { useShownCircuit } from './use-shown-circuit.ts';
import { useViewMaker } from './use-view-maker.ts';
import { useWeighed } from './use-weighed.ts';
import { reduceView, type ViewAction } from './view.ts';
import { WeightsControl } from './weights-control.tsx';

/** A saved view, open in a window of one's own: what is moved here moves nobody else. */
export function SavedViewWorkplace({ view: saved, map }: { view: ViewDetail; map: LatentMap }) {
  const { state, of: model } = saved;
  const { manifest } = model;
  const [then] = useState(() => restoredView(state, manifest, map));
  const [view, setView] = useState(then);
  const act = useCallback((action: ViewAction) => setView((now) => reduceView(now, action)), []);
  const opened = useDecoder(model.labId, manifest, useBackendChoice());
  const { decoder } = opened;
  const { shown, observed, error } = useShownCircuit({ manifest, map, decoder, view });
  const weighed = useWeighed({ manifest, map, decoder, shown }, state.weights);
  const values = useMetrics(shown?.picture.circuit ?? null);
  const observedValues = useMetrics(observed?.circuit ?? null);
  const [beside, setBeside] = useState<BesideShown | null>(null);
  const found = useRecomputed(state, shown, beside);
  const [sheet, setSheet] = useState<'structure' | 'about' | null>(null);
  const moved = hasMoved(view, then);
  const take = useViewMaker(
    { model, map, view, shown, weights: weighed.wanted },
    useCallback(() => beside, [beside]),
  );
  const names = useMemo(
    () => neuronsOf(map, then.probe.conditions).map(({ id }) => id),
    [map, then.probe.conditions],
  );

  const line = (
    <ComparisonLine found={found} state={state} savedAt={saved.createdAt} names={names} />
  );
  const outcome = (
    <div className="flex min-h-7 flex-wrap items-center gap-x-2">
      {line}
      {moved && (
        <Button size="small" onClick={() => setView(then)}>
          Back to the view
        </Button>
      )}
    </div>
  );
  const about = <SavedViewAbout view={saved}>{outcome}</SavedViewAbout>;
  const structure = (
    <StructurePanel
      values={values}
      observed={observed && observedValues}
      training={manifest.metrics}
      circuit={shown?.picture ?? null}
      first={state.beside?.with ?? 'degree'}
      onBeside={setBeside}
    />
  );
  const lab = { id: saved.labId, ...saved.lab };
  const actions = (
    <>
      <CiteDialog view={saved} lab={saved.lab.name} />
      {saved.mayCopy &&
        (moved ? (
          <SaveView
            lab={lab}
            take={take}
            canSave
            title={saved.title}
            origin={saved.code}
            label="Save as mine"
          />
        ) : (
          <CopyView view={saved} />
        ))}
    </>
  );
  return (
    <div className="flex h-dvh min-h-0 flex-col overflow-hidden">
      <SavedViewHeader view={saved} actions={actions} />
      <div className="border-b border-line px-3 py-1 md:hidden">{outcome}</div>
      <main className="grid min-h-0 flex-1 grid-rows-[minmax(0,5fr)_minmax(0,6fr)] md:grid-cols-[minmax(0,29fr)_minmax(0,21fr)] md:grid-rows-[minmax(0,1fr)_auto]">
        <div className="flex min-h-0 min-w-0 flex-col border-line md:row-span-2 md:border-r">
          <section aria-label="Map" className="min-h-0 flex-1">
            <MapColumn manifest={manifest} map={map} decoder={decoder} view={view} act={act} />
          </section>
          <section
            aria-label="About this view"
            className="max-h-[34dvh] overflow-y-auto border-t border-line px-3 max-md:hidden"
          >
            {about}
          </section>
        </div>
        <section aria-label="Circuit" className="min-h-0 min-w-0 border-line max-md:border-t">
          <CircuitColumn
            view={view}
            act={act}
            shown={weighed.shown}
            observed={observed}
            error={opened.status === 'failed' ? opened.message : error}
            waiting={openingWords(opened)}
            hasPositions={manifest.hasPositions}
            controls={
              manifest.weights && (
                <WeightsControl
                  scale={manifest.weights}
                  shown={weighed.shown}
                  wanted={weighed.wanted}
                  onWanted={weighed.setWanted}
                  error={weighed.error}
                />
              )
            }
          />
        </section>
        <section aria-label="Structure" className="border-t border-line px-2 py-1.5 max-md:hidden">
          {structure}
        </section>
      </main>
      <div className="flex items-center gap-2 border-t border-line p-1 md:hidden">
        <Share />
        <ThemeToggle />
        <span className="flex-1" />
        <Button size="small" onClick={() => setSheet('about')}>
          About
        </Button>
        <Button size="small" onClick={() => setSheet('structure')}>
          Structure
        </Button>
      </div>
      <Dialog open={sheet === 'about'} onOpenChange={() => setSheet(null)} title="About this view">
        {about}
      </Dialog>
      <Dialog open={sheet === 'structure'} onOpenChange={() => setSheet(null)} title="Structure">
        {structure}
      </Dialog>
      <EdgeRecord shown={shown} />
    </div>
  );
}
