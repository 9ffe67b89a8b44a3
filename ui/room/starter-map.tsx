'use client';
import { useQuery } from '@tanstack/react-query';
import { useReducer } from 'react';
import type { ModelDetail } from '~/core/contracts/index.ts';
import type { LatentMap } from '~/core/latent/index.ts';
import { openingWords, useDecoder, useMetrics } from '~/ui/decode/index.ts';
import { Notice, Skeleton } from '~/ui/kit/index.ts';
import { useMapFile } from '~/ui/map/index.ts';
import { StructurePanel } from '~/ui/structure/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { useBackendChoice } from './backend-choice.ts';
import { CircuitColumn } from './circuit-column.tsx';
import { EdgeRecord } from './edge-record.tsx';
import { firstView } from './first-view.ts';
import { MapColumn } from './map-column.tsx';
import { useShownCircuit } from './use-shown-circuit.ts';
import { reduceView } from './view.ts';

/** The starter model's map, alive without an account: it decodes in the visitor's browser and talks to nobody. */
export function StarterMap() {
  const trpc = useTRPC();
  const model = useQuery(trpc.model.starter.queryOptions());
  if (model.error)
    return <Notice tone="warn">The starter map is not there: {model.error.message}</Notice>;
  return model.data ? <LoadedModel model={model.data} /> : <Waiting />;
}

function LoadedModel({ model }: { model: ModelDetail }) {
  const map = useMapFile(model);
  if (map.error) return <Notice tone="warn">{map.error.message}</Notice>;
  return map.data ? <Explorer model={model} map={map.data} /> : <Waiting />;
}

function Waiting() {
  return <Skeleton className={`w-full ${height}`} label="Loading the map" />;
}

const height = 'h-[76rem] md:h-[46rem]';

function Explorer({ model, map }: { model: ModelDetail; map: LatentMap }) {
  const { manifest } = model;
  const [view, act] = useReducer(reduceView, null, () => firstView(manifest, map));
  const opened = useDecoder(model.labId, manifest, useBackendChoice());
  const { shown, observed, error } = useShownCircuit({
    manifest,
    map,
    decoder: opened.decoder,
    view,
  });
  const values = useMetrics(shown?.picture.circuit ?? null);
  const observedValues = useMetrics(observed?.circuit ?? null);
  return (
    <div
      className={`grid overflow-hidden rounded border border-line max-md:grid-rows-[24rem_26rem_auto] md:grid-cols-[3fr_2fr] md:grid-rows-[minmax(0,1fr)_auto] ${height}`}
    >
      <div className="min-h-0 min-w-0 md:row-span-2 md:border-r md:border-line">
        <MapColumn manifest={manifest} map={map} decoder={opened.decoder} view={view} act={act} />
      </div>
      <div className="min-h-0 min-w-0 max-md:border-t max-md:border-line">
        <CircuitColumn
          view={view}
          act={act}
          shown={shown}
          observed={observed}
          error={opened.status === 'failed' ? opened.message : error}
          waiting={openingWords(opened)}
          hasPositions={manifest.hasPositions}
        />
      </div>
      <div className="min-w-0 border-t border-line px-2 py-1.5">
        <StructurePanel
          values={values}
          observed={observedValues}
          training={manifest.metrics}
          circuit={shown?.picture ?? null}
          first="training"
        />
      </div>
      <EdgeRecord shown={shown} />
    </div>
  );
}
