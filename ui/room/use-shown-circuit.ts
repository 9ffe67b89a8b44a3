import { useMemo } from 'react';
import type { ModelManifest } from '~/core/contracts/index.ts';
import { unpackCircuit } from '~/core/decoder/index.ts';
import { observedCircuit, sizeOf, type LatentMap } from '~/core/latent/index.ts';
import type { CircuitPicture } from '~/ui/circuit/index.ts';
import { useDecoded, type Decoder, type DecodeRequest } from '~/ui/decode/index.ts';
import type { View } from './view.ts';
import { wiringBehind, wiringOf } from './wiring.ts';

/** The circuit at the probe, and where it came from. */
export interface ShownCircuit {
  readonly picture: CircuitPicture;
  /** What it answers: exactly this place, individual and these conditions. */
  readonly z: readonly number[];
  readonly seed: number;
  readonly conditions: number;
  readonly borderline: number;
  /** Which pairs these are; null for the stored edges of a pin. */
  readonly borderlinePairs: readonly (readonly [number, number])[] | null;
  /** Of the decode, ms; null for the stored edges of a pin. */
  readonly milliseconds: number | null;
  readonly backend: string | null;
}

type Scene = { manifest: ModelManifest; map: LatentMap; decoder: Decoder | null; view: View };

/** Decodes the probe, newest first; a restored pin shows its stored edges and decodes nothing. */
export function useShownCircuit({ manifest, map, decoder, view }: Scene) {
  const { probe, pin, opened } = view;
  const { hasPositions } = manifest;
  const wiring = useMemo(
    () => wiringOf(map, probe.conditions, manifest),
    [map, probe.conditions, manifest],
  );
  const request = useMemo<DecodeRequest | null>(() => {
    if (pin) return null;
    const n = sizeOf(map, wiring.circuit);
    return { z: probe.z, seed: probe.seed, n, conditions: wiring.conditions };
  }, [pin, probe.z, probe.seed, map, wiring]);
  const { decoded, of, error } = useDecoded(decoder, request);
  const shown = useMemo<ShownCircuit | null>(() => {
    if (pin) {
      const picture = { circuit: unpackCircuit(pin), neurons: wiring.neurons, hasPositions };
      const { borderline } = pin;
      return {
        picture,
        ...pin.probe,
        borderline,
        borderlinePairs: null,
        milliseconds: null,
        backend: null,
      };
    }
    const behind = of && wiringBehind(of.conditions);
    if (!decoded || !of || !behind) return null;
    return {
      picture: { circuit: decoded, neurons: behind.neurons, hasPositions },
      z: of.z,
      seed: of.seed,
      conditions: behind.circuit,
      borderline: decoded.borderline,
      borderlinePairs: decoded.borderlinePairs,
      milliseconds: decoded.networkMs + decoded.drawMs,
      backend: decoded.backend,
    };
  }, [pin, wiring, hasPositions, decoded, of]);
  const observed = useMemo<CircuitPicture | null>(() => {
    if (opened === null) return null;
    const { neurons } = wiringOf(map, opened, manifest);
    return { circuit: observedCircuit(map, opened), neurons, hasPositions };
  }, [opened, map, manifest, hasPositions]);
  return { shown, observed, error };
}
