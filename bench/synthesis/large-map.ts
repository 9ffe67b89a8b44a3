import { metricIds, type ModelManifest } from '~/core/contracts/index.ts';
import { packBits } from '~/core/exchange/bits.ts';
import { conditionsOf, membersOf, placeOf, type LatentMap } from '~/core/latent/index.ts';
import { measure } from '~/core/metrics/index.ts';
import type { Decoder } from '~/ui/decode/index.ts';

/** Circuits of as many times the neurons, wired by the same decoder. */
export type LargeMap = { map: LatentMap; conditions: (index: number) => Float32Array };

/**
 * A map of circuits four times as large, to time with: each takes the neurons of four circuits of the map that follow one
 * another and the place of the first, and is drawn there by the model itself. It says nothing about tissue.
 * @param train how many are for training; `held` more are a test fold
 */
export async function largeMap(
  small: LatentMap,
  manifest: ModelManifest,
  decoder: Decoder,
  train: number,
  held: number,
): Promise<LargeMap> {
  const parts = [0, 1, 2, 3];
  const circuits = train + held;
  const size = parts.length * small.size;
  const bytes = Math.ceil((size * size) / 8);
  const conditions = (index: number) =>
    Float32Array.from(
      parts.flatMap((part) => Array.from(conditionsOf(small, index + part, manifest))),
    );
  const packed = new Uint8Array(circuits * bytes);
  const metrics = new Float32Array(circuits * metricIds.length);
  const members = new Uint16Array(circuits * size);
  for (let index = 0; index < circuits; index++) {
    parts.forEach((part) =>
      members.set(membersOf(small, index + part), index * size + part * small.size),
    );
    const [drawn] = await decoder.decodeMany({
      places: [{ z: placeOf(small, index), seed: index }],
      n: size,
      conditions: conditions(index),
    });
    if (!drawn) throw new Error('The decoder gave nothing.');
    packed.set(packBits(drawn.adjacency), index * bytes);
    const values = measure(drawn);
    metricIds.forEach((id, k) => (metrics[index * metricIds.length + k] = values[id] ?? NaN));
  }
  const map: LatentMap = {
    ...small,
    circuits,
    size,
    z: small.z.slice(0, circuits * small.dimensions),
    fold: Uint8Array.from({ length: circuits }, (_, index) => (index < train ? 1 : 3)),
    members,
    packed,
    metrics,
  };
  return { map, conditions };
}
