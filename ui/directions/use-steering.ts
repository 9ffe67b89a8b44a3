import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { Probe } from '~/core/contracts/index.ts';
import type { Circuit } from '~/core/decoder/index.ts';
import { measure, type MetricValues } from '~/core/metrics/index.ts';
import type { Steerable } from './direction.ts';
import { isHeld, steeredPlace, withAmount, type Steering } from './steering.ts';

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
};

type Begun = Steering & {
  /** Of the circuit where steering began; null when it was not decoded yet. */
  readonly before: MetricValues | null;
};

const none: ReadonlyMap<string, number> = new Map();

/** Sliders that lead the probe from where it stood. */
export function useSteering(scene: Scene) {
  const [begun, setBegun] = useState<Begun | null>(null);
  const held = begun && isHeld(begun, scene.probe, scene.known) ? begun : null;

  // The newest of all, so that `steer` stays the same function and only the row that moves is rendered anew.
  const newest = useRef({ ...scene, held });
  useLayoutEffect(() => {
    newest.current = { ...scene, held };
  });

  const steer = useCallback((id: string, amount: number) => {
    const { held: present, probe, shown, known, onProbe } = newest.current;
    const from = present ?? { origin: probe, amounts: none, before: measuredAt(probe, shown) };
    const next = { ...withAmount(from, id, amount), before: from.before };
    newest.current = { ...newest.current, held: next };
    setBegun(next);
    onProbe(steeredPlace(next, known));
  }, []);

  const reset = useCallback(() => {
    const { held: present, onProbe } = newest.current;
    if (!present) return;
    setBegun(null);
    onProbe([...present.origin.z]);
  }, []);

  return { amounts: held?.amounts ?? none, before: held?.before ?? null, steer, reset };
}

/** Metrics of the circuit at the probe, once: it is small, and its values must be those of this very place. */
function measuredAt(probe: Probe, shown: ShownHere | null): MetricValues | null {
  if (shown?.seed !== probe.seed || shown.conditions !== probe.conditions) return null;
  return shown.z.every((value, d) => value === probe.z[d]) ? measure(shown.picture.circuit) : null;
}
