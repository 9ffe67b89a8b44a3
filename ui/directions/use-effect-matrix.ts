'use client';
import { useEffect, useState } from 'react';
import { matrixByProtocol, Spread } from '~/core/directions/index.ts';
import { DecoderClosed } from '~/ui/decode/index.ts';
import { Stopped } from './effects-client.ts';
import { openHeldOut } from './held-out.ts';
import type { DirectionsScene } from './use-directions.ts';
import { deviationsOf } from './use-measuring.ts';

/** Around how many validation circuits effects are measured; with the model they make the same matrix again. */
export const around = { circuits: 16, individuals: 4, seed: 7, reach: 1 };

export type EffectMatrix = {
  /** G [8][Z]; null: not there yet */
  readonly matrix: readonly (readonly number[])[] | null;
  readonly progress: number;
  readonly error: string | null;
};

const nothing: EffectMatrix = { matrix: null, progress: 0, error: null };

/** The effect matrix of a model, measured as long as this is on the page, and only once a map. */
export function useEffectMatrix(scene: DirectionsScene): EffectMatrix {
  const { decoder, map, model } = scene;
  const { manifest } = model;
  const [state, setState] = useState<EffectMatrix>(() => {
    const matrix = known.get(map) ?? null;
    return matrix ? { ...nothing, matrix } : nothing;
  });

  useEffect(() => {
    if (!decoder || known.has(map)) return;
    const line = openHeldOut(decoder, map, manifest);
    const ground = {
      map,
      spread: new Spread(manifest.prior.covariance),
      sds: deviationsOf(manifest).map(({ sd }) => sd),
      decode: line.decode,
    };
    const work = async () => {
      const told = (progress: number) => setState({ ...nothing, progress });
      const matrix = await matrixByProtocol(ground, around, told);
      known.set(map, matrix);
      setState({ ...nothing, matrix });
    };
    work().catch((failure: unknown) => {
      if (failure instanceof Stopped || failure instanceof DecoderClosed) return;
      const error = failure instanceof Error ? failure.message : 'No effects could be measured.';
      setState({ ...nothing, error });
    });
    return () => line.stop();
  }, [decoder, map, manifest]);

  return state;
}

/** By map, which is one object a model for as long as the page holds it. */
const known = new WeakMap<object, NonNullable<EffectMatrix['matrix']>>();
