'use client';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { ModelDetail, Probe, SharedSteering } from '~/core/contracts/index.ts';
import { fittedOf, readoutOf } from '~/core/directions/index.ts';
import type { LatentMap } from '~/core/latent/index.ts';
import type { MetricValues } from '~/core/metrics/index.ts';
import type { Decoder } from '~/ui/decode/index.ts';
import { useTRPC } from '~/ui/trpc/index.ts';
import { measuredChange, type Change } from './change-rows.tsx';
import {
  alignedDirections,
  principalDirections,
  savedDirections,
  type Steerable,
} from './direction.ts';
import { knownEffects, summedChange } from './predicted.ts';
import { useMeasuring } from './use-measuring.ts';
import { useSteering, type ShownHere } from './use-steering.ts';

export type DirectionsScene = {
  /** Of the lab, for ways to other pages. */
  slug: string;
  model: ModelDetail;
  map: LatentMap;
  decoder: Decoder | null;
  probe: Probe;
  /** The circuit on the page. */
  shown: ShownHere | null;
  /** Its metrics. */
  values: MetricValues | null;
  /** Circuits chosen on the map. */
  selection: readonly number[] | null;
  /** Whether this person may keep directions for the lab. */
  canWrite: boolean;
  onProbe: (z: number[]) => void;
  /** The sliders of whom I follow. */
  leading: SharedSteering | null;
};

export type Group = 'aligned' | 'principal' | 'own';

/** Every direction of a model, the sliders that steer by them, and what is known of their effects. */
export function useDirections(scene: DirectionsScene) {
  const { model, map, decoder, probe, shown, values, onProbe, leading } = scene;
  const { manifest } = model;
  const [group, setGroup] = useState<Group>('aligned');
  const { saved, ask } = useSavedDirections(model, group === 'own');
  const show = useCallback(
    (next: Group) => {
      setGroup(next);
      if (next === 'own') ask();
    },
    [ask],
  );
  const [made, setMade] = useState<readonly Steerable[]>([]);
  const train = useMemo(() => fittedOf(map), [map]); // one object, one covariance
  const groups = useMemo(
    () => ({
      aligned: alignedDirections(map, manifest, train),
      principal: principalDirections(manifest),
    }),
    [map, manifest, train],
  );
  const own = useMemo(
    () => [...made, ...savedDirections(saved, model.sha256)],
    [made, saved, model.sha256],
  );
  const known = useMemo(() => [...groups.aligned, ...groups.principal, ...own], [groups, own]);
  const steering = useSteering({ probe, shown, known, onProbe, leading });
  const measuring = useMeasuring(decoder, map, manifest);

  const readout = useMemo(() => readoutOf(map, manifest.metrics, train), [map, manifest, train]);
  const effects = useMemo(
    () =>
      new Map(
        known.map((one) => [
          one.id,
          knownEffects(one, readout, measuring.effects.get(one.id) ?? null),
        ]),
      ),
    [known, readout, measuring.effects],
  );
  const { amounts, before } = steering;
  const change: Change = {
    predicted: amounts.size > 0 ? summedChange(amounts, (id) => effects.get(id)) : null,
    measured: measuredChange(before, values, manifest.metrics),
  };

  const add = useCallback(
    (direction: Steerable) =>
      setMade((present) => [...present.filter(({ id }) => id !== direction.id), direction]),
    [],
  );
  const remove = useCallback(
    (id: string) => setMade((present) => present.filter((one) => one.id !== id)),
    [],
  );
  const all: Record<Group, readonly Steerable[]> = { ...groups, own };
  return { scene, all, group, setGroup: show, steering, measuring, effects, change, add, remove };
}

export type Directions = ReturnType<typeof useDirections>;

/** Those that the lab keeps for this model. What others have kept is asked again each minute while they are in sight, when
 * they come in sight, and when the window does. */
function useSavedDirections({ id: modelId }: ModelDetail, inSight: boolean) {
  const trpc = useTRPC();
  const asked = trpc.direction.list.queryOptions({ modelId });
  const list = useQuery({
    ...asked,
    refetchInterval: inSight && again,
    refetchOnWindowFocus: true,
  });
  const { refetch } = list;
  const ask = useCallback(() => void refetch(), [refetch]);
  return { saved: list.data ?? none, ask };
}

/** Milliseconds: what others keep is not in a hurry. */
const again = 60_000;
const none: never[] = [];
