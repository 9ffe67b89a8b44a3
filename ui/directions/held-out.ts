import { releaseProxy, wrap } from 'comlink';
import type { ModelManifest } from '~/core/contracts/index.ts';
import type { DecodeAndMeasure } from '~/core/directions/index.ts';
import { conditionsOf, type LatentMap } from '~/core/latent/index.ts';
import type { Decoder } from '~/ui/decode/index.ts';
import type { EffectsWorker } from './effects.worker.ts';

/** So few at a time that a probe which is dragged meanwhile has its turn within a frame or two. */
const batch = 8;

export class Stopped extends Error {}

/**
 * Held-out circuits decoded by the room's own decoder and measured in a worker of their own. After `stop` a call that is
 * under way rejects with Stopped.
 */
export function openHeldOut(decoder: Decoder, map: LatentMap, manifest: ModelManifest) {
  const worker = new Worker(new URL('./effects.worker.ts', import.meta.url), {
    type: 'module',
    name: 'effects',
  });
  const remote = wrap<EffectsWorker>(worker);
  let stopped = false;
  let tell: (reason: Stopped) => void = () => undefined;
  const untilStopped = new Promise<never>((_, reject) => (tell = reject));
  untilStopped.catch(() => undefined); // often nothing is under way
  const decode: DecodeAndMeasure = async (circuit, places) => {
    const conditions = conditionsOf(map, circuit, manifest);
    const values: number[] = [];
    for (let from = 0; from < places.length; from += batch) {
      const some = places.slice(from, from + batch);
      const drawn = await Promise.race([
        decoder.decodeMany({ places: some, n: map.size, conditions }),
        untilStopped,
      ]);
      const circuits = drawn.map(({ n, adjacency }) => ({ n, adjacency }));
      values.push(...(await Promise.race([remote.measureMany(circuits), untilStopped])));
    }
    return values;
  };
  return {
    decode,
    stop: () => {
      if (stopped) return;
      stopped = true;
      tell(new Stopped());
      remote[releaseProxy]();
      worker.terminate();
    },
  };
}
