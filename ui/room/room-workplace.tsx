'use client';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { toast } from 'sonner';
import type { ModelDetail, RoomSummary } from '~/core/contracts/index.ts';
import type { LatentMap } from '~/core/latent/index.ts';
import { openingWords, useDecoder, useMetrics } from '~/ui/decode/index.ts';
import { DirectionsPanel, useDirections } from '~/ui/directions/index.ts';
import { StructurePanel, type BesideShown } from '~/ui/structure/index.ts';
import { ClimbBar, useClimb } from '~/ui/synthesis/index.ts';
import { useLab } from '~/ui/site/index.ts';
import { CallOffer, useLeader, useRoom, useUndoKeys } from '~/ui/together/index.ts';
import { SaveView } from '~/ui/views/index.ts';
import { useBackendChoice } from './backend-choice.ts';
import { CircuitColumn } from './circuit-column.tsx';
import { EdgeRecord } from './edge-record.tsx';
import { firstView } from './first-view.ts';
import { HeldBenchDialog } from './held-bench-dialog.tsx';
import { RoomBench } from './room-bench.tsx';
import { RoomComments } from './room-comments.tsx';
import { RoomHeader } from './room-header.tsx';
import { pinFits } from './pin-fits.ts';
import { RoomMap } from './room-map.tsx';
import { RoomSheets, type Sheet } from './room-sheets.tsx';
import { RoomSynthesis } from './room-synthesis.tsx';
import { useHeldBench } from './use-held-bench.ts';
import { useNarrow } from './use-narrow.ts';
import { useReopened } from './use-reopened.ts';
import { useOrigin } from './use-origin.ts';
import { useRoomComments } from './use-room-comments.ts';
import { useRoomView } from './use-room-view.ts';
import { useViewMaker } from './use-view-maker.ts';
import { useShownCircuit } from './use-shown-circuit.ts';
import { useWeighed } from './use-weighed.ts';
import { WeightsControl } from './weights-control.tsx';

type Props = { slug: string; room: RoomSummary; model: ModelDetail; map: LatentMap };

/** The room at work: the map that everyone walks, the circuit at my probe, its structure, the bench. */
export function RoomWorkplace({ slug, room: summary, model, map }: Props) {
  const { manifest } = model;
  const visit = useRoom(summary.id);
  const { room, shared, bench, refusedChange } = visit;
  const held = useHeldBench(visit, summary, slug);
  useReopened(summary, visit.retry);
  const leader = useLeader(room);
  // another model's pins stay on the bench, but its edges are not of these neurons
  const fitting = useMemo(
    () => bench.filter((pin) => pinFits(pin, map, model.sha256)),
    [bench, map, model.sha256],
  );
  const { seen, act } = useRoomView(() => firstView(manifest, map), room, shared, leader, fitting);
  const opened = useDecoder(model.labId, manifest, useBackendChoice());
  const { shown, observed, error } = useShownCircuit({
    manifest,
    map,
    decoder: opened.decoder,
    view: seen,
  });
  const weighed = useWeighed({ manifest, map, decoder: opened.decoder, shown });
  const values = useMetrics(shown?.picture.circuit ?? null);
  const observedValues = useMetrics(observed?.circuit ?? null);
  const directions = useDirections({
    slug,
    model,
    map,
    decoder: opened.decoder,
    probe: seen.probe,
    shown,
    values,
    selection: seen.selection,
    canWrite: visit.canWrite,
    onProbe: useCallback((z: number[]) => act({ type: 'probe', probe: { z } }), [act]),
    leading: leader?.steering ?? null,
  });
  const { shared: steered } = directions.steering;
  const comments = useRoomComments(summary.id, map);
  const [sheet, setSheet] = useState<Sheet | null>(comments.opened ? 'comments' : null);
  const narrow = useNarrow();
  const newest = useRef(shown);
  useLayoutEffect(() => {
    newest.current = shown;
  }, [shown]);
  const leave = useCallback(() => room?.follow(null), [room]);
  const come = useCallback((clientId: number) => room?.follow(clientId), [room]);
  const take = useCallback(() => newest.current, []);
  const beside = useRef<BesideShown | null>(null);
  const onBeside = useCallback((now: BesideShown) => void (beside.current = now), []);
  const takeView = useViewMaker(
    { model, map, view: seen, shown, weights: weighed.wanted },
    useCallback(() => beside.current, []),
  );
  const takeOrigin = useOrigin(seen, values, observedValues);
  useUndoKeys(room);

  useEffect(() => {
    room?.setPresence({ probe: seen.probe, pin: seen.pin?.id, steering: steered });
  }, [room, seen.probe, seen.pin?.id, steered]);
  useEffect(() => {
    if (refusedChange && !held) toast.error(refusedChange);
  }, [refusedChange, held]);

  const { setOpened, setShown } = comments;
  const onMark = useCallback(
    (threadId: string) => {
      setOpened(threadId);
      setShown(true);
      setSheet('comments');
    },
    [setOpened, setShown],
  );
  const onComment = useCallback(() => onMark('new'), [onMark]);
  const { decoder } = opened;
  const { climbed, start: onClimb, clear } = useClimb({ manifest, map, decoder });
  const path = useMemo(() => climbed?.steps.map(({ z }) => z) ?? null, [climbed]);
  const actions = useMemo(
    () => (
      <RoomSynthesis
        visit={visit}
        model={model}
        map={map}
        decoder={decoder}
        take={takeOrigin}
        act={act}
        onClimb={onClimb}
      />
    ),
    [visit, model, map, decoder, takeOrigin, act, onClimb],
  );
  const { labId } = model;
  const labName = useLab(slug).data?.name ?? slug;
  const viewTitle = `${model.name}, individual ${seen.probe.seed}`;
  const canWrite = visit.me ? visit.canWrite : summary.canWrite; // before the room has said so
  const saveView = useMemo(
    () => (
      <SaveView
        lab={{ id: labId, slug, name: labName }}
        take={takeView}
        canSave={canWrite}
        title={viewTitle}
      />
    ),
    [labId, slug, labName, takeView, canWrite, viewTitle],
  );
  const structure = (
    <StructurePanel
      values={values}
      observed={observed && observedValues}
      training={manifest.metrics}
      circuit={shown?.picture ?? null}
      first="degree"
      actions={actions}
      onBeside={onBeside}
    />
  );
  const benchStrip = (
    <RoomBench
      visit={visit}
      map={map}
      modelSha256={model.sha256}
      ready={shown !== null}
      take={take}
      current={seen.pin?.id ?? null}
      act={act}
      comments={comments}
    />
  );
  const commentsPanel = (
    <RoomComments
      comments={comments}
      roomId={summary.id}
      model={model}
      map={map}
      view={seen}
      bench={bench}
      act={act}
      fill={!narrow}
    />
  );
  return (
    <div className="flex h-dvh min-h-0 flex-col overflow-hidden">
      <RoomHeader slug={slug} model={model} summary={summary} visit={visit} actions={saveView} />
      <h1 className="sr-only">{`Room ${summary.name}: the map of ${model.name}`}</h1>
      <main className="grid min-h-0 flex-1 grid-rows-[minmax(0,5fr)_minmax(0,6fr)] md:grid-cols-[minmax(0,29fr)_minmax(0,21fr)] md:grid-rows-[minmax(0,1fr)_auto]">
        <div className="flex min-h-0 min-w-0 flex-col border-line md:row-span-2 md:border-r">
          <section aria-label="Map" className="min-h-0 flex-1">
            <RoomMap
              manifest={manifest}
              map={map}
              decoder={opened.decoder}
              view={seen}
              act={act}
              room={room}
              me={visit.me}
              leader={leader}
              onLeave={leave}
              bench={bench}
              path={path}
              marks={comments.marks}
              mark={comments.shown ? comments.opened : null}
              onMark={onMark}
              onComment={comments.maySpeak ? onComment : null}
            />
          </section>
          {climbed && (
            <ClimbBar
              climbed={climbed}
              at={seen.probe.z}
              onStep={(z) => act({ type: 'probe', probe: { z: [...z] } })}
              onClear={clear}
            />
          )}
          <section
            aria-label={comments.shown ? 'Comments' : 'Directions'}
            className={`${comments.shown ? 'h-[clamp(12rem,42dvh,24rem)]' : 'h-[clamp(10rem,34dvh,18.5rem)]'} border-t border-line px-2 max-md:hidden`}
          >
            {comments.shown && !narrow ? (
              commentsPanel
            ) : (
              <DirectionsPanel directions={directions} />
            )}
          </section>
        </div>
        <section aria-label="Circuit" className="min-h-0 min-w-0 border-line max-md:border-t">
          <CircuitColumn
            view={seen}
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
      <div className="max-md:hidden">{benchStrip}</div>
      <RoomSheets
        sheet={sheet}
        onSheet={setSheet}
        threads={comments.count}
        directions={<DirectionsPanel directions={directions} />}
        structure={
          <>
            {structure}
            <div className="-mx-3 mt-3">{benchStrip}</div>
          </>
        }
        comments={narrow ? commentsPanel : null}
      />
      <HeldBenchDialog
        work={visit.state.kind === 'refused' ? null : held}
        reason={refusedChange}
        onClose={visit.letGo}
      />
      <CallOffer room={room} onAccept={come} />
      <EdgeRecord shown={shown} />
    </div>
  );
}
