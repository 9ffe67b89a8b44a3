import { metricIds, type ModelManifest, type ReservoirProtocol } from '~/core/contracts/index.ts';
import type { DecodeAndMeasure } from '~/core/directions/index.ts';
import { conditionsOf, neuronsOf, type LatentMap } from '~/core/latent/index.ts';
import type { Decoder } from '~/ui/decode/index.ts';
import { openEffects } from './effects-client.ts';

/** So few at a time that a probe which is dragged meanwhile has its turn within a frame or two. */
const batch = 8;

/**
 * Held-out circuits decoded by the room's own decoder and measured in a worker of their own, until stopped: the eight
 * metrics and, where it is asked for, the score under a protocol.
 */
export function openHeldOut(decoder: Decoder, map: LatentMap, manifest: ModelManifest) {
  const { remote, orStopped, stop } = openEffects();
  const decodeWith =
    (score: ReservoirProtocol | null): DecodeAndMeasure =>
    async (circuit, places) => {
      const conditions = conditionsOf(map, circuit, manifest);
      const classes = score ? neuronsOf(map, circuit).map((neuron) => neuron.class) : [];
      const values: number[] = [];
      for (let from = 0; from < places.length; from += batch) {
        const some = places.slice(from, from + batch);
        const drawn = await orStopped(
          decoder.decodeMany({ places: some, n: map.size, conditions }),
        );
        const circuits = drawn.map(({ n, adjacency }) => ({ n, adjacency }));
        const measured = await orStopped(remote.measureMany(circuits));
        for (const [k, one] of circuits.entries()) {
          values.push(...measured.subarray(k * metricIds.length, (k + 1) * metricIds.length));
          if (score) values.push(await orStopped(remote.score(one, classes, score)));
        }
      }
      return values;
    };
  return { decode: decodeWith(null), decodeWith, stop };
}
