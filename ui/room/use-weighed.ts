import { useMemo, useState } from 'react';
import type { ModelManifest } from '~/core/contracts/index.ts';
import type { LatentMap } from '~/core/latent/index.ts';
import { useWeights, type Decoder, type WeighRequest } from '~/ui/decode/index.ts';
import type { ShownCircuit } from './use-shown-circuit.ts';
import { wiringOf } from './wiring.ts';

type Scene = {
  manifest: ModelManifest;
  map: LatentMap;
  decoder: Decoder | null;
  shown: ShownCircuit | null;
};

/** The shown circuit with weights, where they are wanted and the model tells them; else as it is. A pin has those of its place and individual. */
export function useWeighed({ manifest, map, decoder, shown }: Scene, first = false) {
  const [wanted, setWanted] = useState(first);
  const scale = manifest.weights;
  const request = useMemo<WeighRequest | null>(() => {
    if (!wanted || !scale || !shown) return null;
    const { conditions } = wiringOf(map, shown.conditions, manifest);
    const { z, seed, picture } = shown;
    const { n, adjacency } = picture.circuit;
    return { z, seed, n, conditions, adjacency };
  }, [wanted, scale, shown, map, manifest]);
  const { weights, error } = useWeights(decoder, request);
  const weighed = useMemo<ShownCircuit | null>(
    () =>
      shown && scale && weights
        ? { ...shown, picture: { ...shown.picture, weights: { values: weights, scale } } }
        : shown,
    [shown, scale, weights],
  );
  return { shown: weighed, wanted, setWanted, error };
}
