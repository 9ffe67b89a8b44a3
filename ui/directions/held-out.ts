import { metricIds, type ModelManifest, type ReservoirProtocol } from '~/core/contracts/index.ts';
import type { DecodeAndMeasure } from '~/core/directions/index.ts';
import {
  conditionsOf,
  neuronsOf,
  observedCircuit,
  sizeOf,
  type LatentMap,
} from '~/core/latent/index.ts';
import type { Decoder } from '~/ui/decode/index.ts';
import { openEffects } from './effects-client.ts';

/** So few at a time that a probe which is dragged meanwhile has its turn within a frame or two. */
const batch = 8;

/**
 * Held-out circuits decoded by the room's own decoder and measured in a worker of their own, until stopped: the eight
 * metrics and, where they are asked for, scores under protocols.
 */
export function openHeldOut(decoder: Decoder, map: LatentMap, manifest: ModelManifest) {
  const { remote, orStopped, stop } = openEffects();
  const decodeWith =
    (scores: readonly ReservoirProtocol[]): DecodeAndMeasure =>
    async (circuit, places) => {
      const conditions = conditionsOf(map, circuit, manifest);
      const classes = scores.length > 0 ? classesOf(map, circuit) : [];
      const values: number[] = [];
      for (let from = 0; from < places.length; from += batch) {
        const some = places.slice(from, from + batch);
        const drawn = await orStopped(
          decoder.decodeMany({ places: some, n: sizeOf(map, circuit), conditions }),
        );
        const circuits = drawn.map(({ n, adjacency }) => ({ n, adjacency }));
        const measured = await orStopped(remote.measureMany(circuits));
        for (const [k, one] of circuits.entries()) {
          values.push(...measured.subarray(k * metricIds.length, (k + 1) * metricIds.length));
          for (const score of scores)
            values.push(await orStopped(remote.score(one, classes, score)));
        }
      }
      return values;
    };
  /** What an observed circuit scores. */
  const scoreOf = (circuit: number, score: ReservoirProtocol) =>
    orStopped(remote.score(observedCircuit(map, circuit), classesOf(map, circuit), score));
  return { decode: decodeWith([]), decodeWith, scoreOf, stop };
}

const classesOf = (map: LatentMap, circuit: number) =>
  neuronsOf(map, circuit).map((neuron) => neuron.class);
