import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Probe, SharedSteering } from '~/core/contracts/index.ts';
import type { Circuit } from '~/core/decoder/index.ts';
import { measure, type MetricValues } from '~/core/metrics/index.ts';
import type { Steerable } from './direction.ts';
import { readSteering, sharedSteering, type Begun } from './shared-steering.ts';
import { isHeld, steeredPlace, withAmount } from './steering.ts';

/** The circuit on the page, and which place, individual and conditions it answers. */
export type ShownHere = {
  readonly z: readonly number[];
  readonly seed: number;
  readonly conditions: number;
  readonly picture: { readonly circuit: Circuit };
};

type Scene = {
  probe: Probe;
  shown: ShownHere | null;
  known: readonly Steerable[];
  onProbe: (z: number[]) => void;
  /** The sliders of whom I follow. */
  leading: SharedSteering | null;
};

const none: ReadonlyMap<string, number> = new Map();

/** Sliders that lead the probe from where it stood. Whom I follow moves mine, and where I take over they go on from there. */
export function useSteering(scene: Scene) {
  const [begun, setBegun] = useState<Begun | null>(null);
  const { leading, probe, known } = scene;
  const theirs = useMemo(() => leading && readSteering(leading), [leading]);
  // Mine stay when following ends, for I stay where it has brought me.
  const [last, setLast] = useState(theirs);
  if (theirs && theirs !== last) setLast(theirs);
  const held = [theirs, begun, last].find((one) => one && isHeld(one, probe, known)) ?? null;
  const shared = useMemo(() => sharedSteering(held), [held]);

  // The newest of all, so that `steer` stays the same function and only the row that moves is rendered anew.
  const newest = useRef({ ...scene, held });
  useLayoutEffect(() => {
    newest.current = { ...scene, held };
  });

  const steer = useCallback((id: string, amount: number) => {
    const { held: present, probe: at, shown, known: all, onProbe } = newest.current;
    const from = present ?? { origin: at, amounts: none, before: measuredAt(at, shown) };
    const next = { ...withAmount(from, id, amount), before: from.before };
    newest.current = { ...newest.current, held: next };
    setBegun(next);
    onProbe(steeredPlace(next, all));
  }, []);

  const reset = useCallback(() => {
    const { held: present, onProbe } = newest.current;
    if (!present) return;
    setBegun(null);
    setLast(null);
    onProbe([...present.origin.z]);
  }, []);

  return { amounts: held?.amounts ?? none, before: held?.before ?? null, shared, steer, reset };
}

/** Metrics of the circuit at the probe, once: it is small, and its values must be those of this very place. */
function measuredAt(probe: Probe, shown: ShownHere | null): MetricValues | null {
  if (shown?.seed !== probe.seed || shown.conditions !== probe.conditions) return null;
  return shown.z.every((value, d) => value === probe.z[d]) ? measure(shown.picture.circuit) : null;
}
