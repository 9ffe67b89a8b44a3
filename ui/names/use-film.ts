'use client';
import { useEffect, useMemo, useState } from 'react';
import { edgesOf } from '~/core/decoder/index.ts';
import { usualSteps } from '~/core/directions/index.ts';
import { conditionsOf, neuronsOf, placeOf, sizeOf } from '~/core/latent/index.ts';
import { DecoderClosed } from '~/ui/decode/index.ts';
import type { SmallCircuit } from '~/ui/kit/index.ts';
import type { DirectionScene } from './direction-scene.ts';

export type Frame = {
  readonly step: number;
  readonly picture: SmallCircuit;
  /** Pairs connected both ways. */
  readonly reciprocal: number;
};

type Shot = {
  readonly key: string;
  readonly frames: readonly Frame[] | null;
  readonly error: string | null;
};

/** One held-out circuit decoded at every step of the slider: the same individual, so that only the place changes. */
export function useFilm(
  { detail, model, map, decoder }: DirectionScene,
  circuit: number,
  seed: number,
) {
  const { id, vector } = detail.direction;
  const key = `${id}:${circuit}:${seed}`;
  const [shot, setShot] = useState<Shot>({ key: '', frames: null, error: null });
  const ground = useMemo(() => {
    const neurons = neuronsOf(map, circuit);
    return {
      n: sizeOf(map, circuit),
      conditions: conditionsOf(map, circuit, model.manifest),
      x: neurons.map((neuron) => neuron.x),
      y: neurons.map((neuron) => neuron.y),
      class: neurons.map((neuron) => neuron.class),
    };
  }, [map, circuit, model.manifest]);
  // what is written when the page asks anew is the same vector in another array
  const steps = vector.join();

  useEffect(() => {
    if (!decoder) return;
    let current = true;
    const along = steps.split(',').map(Number);
    const z = placeOf(map, circuit);
    const places = usualSteps.map((step) => ({
      z: z.map((value, d) => value + step * (along[d] ?? 0)),
      seed,
    }));
    const { n, conditions, ...looks } = ground;
    decoder.decodeMany({ places, n, conditions }).then(
      (drawn) => {
        if (!current) return;
        const frames = drawn.map((one, k) => {
          const edges = edgesOf(one);
          const back = edges.filter(([i, j]) => i < j && one.adjacency[j * n + i]).length;
          return { step: usualSteps[k] ?? 0, picture: { n, edges, ...looks }, reciprocal: back };
        });
        setShot({ key, frames, error: null });
      },
      (failure: unknown) => {
        if (!current || failure instanceof DecoderClosed) return;
        const error = failure instanceof Error ? failure.message : 'Nothing could be decoded.';
        setShot({ key, frames: null, error });
      },
    );
    return () => {
      current = false;
    };
  }, [decoder, map, circuit, seed, steps, ground, key]);

  // The film before stays until the next is there, so that nothing jumps.
  return { frames: shot.frames, error: shot.error, current: shot.key === key };
}
