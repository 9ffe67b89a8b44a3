import { mapHeader, metricIds } from '../contracts/model.ts';
import { drawCircuit } from '../decoder/draw.ts';
import type { PairLogits } from '../decoder/pair-probabilities.ts';
import { packBits } from '../exchange/bits.ts';
import type { LatentMap } from '../latent/map-file.ts';
import { measure } from '../metrics/index.ts';
import { RandomStream, streams } from '../random.ts';
import type { Decode } from './blueprint-search.ts';

const size = 24;
const dimensions = 4;

/** A decoder anybody can see through: z shifts density, reciprocity and how far neurons differ in what they make and receive. */
export const transparentDecode: Decode = (places) =>
  Promise.resolve(places.map(({ z, seed }) => logitsAt(z, seed)));

function logitsAt(z: readonly number[], seed: number): PairLogits {
  const [density = 0, mutual = 0, out = 0, into = 0] = z;
  const random = new RandomStream(seed, streams.bench, 32);
  const own = Array.from({ length: 2 * size }, (_, k) => random.normal(k));
  const lo = new Float32Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      lo[i * size + j] =
        -2.2 +
        0.3 * density +
        (0.6 + 0.2 * out) * (own[i] ?? 0) +
        (0.6 + 0.2 * into) * (own[size + j] ?? 0);
  return { n: size, lo, rho: new Float32Array(size * size).fill(1 + 0.4 * mutual) };
}

/** A map of circuits of that decoder, z standard normal; the last `held` are a test fold. */
export function transparentMap(circuits: number, held: number): LatentMap {
  const random = new RandomStream(1, streams.bench, 33);
  const z = Float32Array.from({ length: circuits * dimensions }, (_, k) => random.normal(k));
  const bytes = Math.ceil((size * size) / 8);
  const packed = new Uint8Array(circuits * bytes);
  const metrics = new Float32Array(circuits * metricIds.length);
  for (let index = 0; index < circuits; index++) {
    const place = Array.from(z.subarray(index * dimensions, (index + 1) * dimensions));
    const circuit = drawCircuit(logitsAt(place, index), index, false);
    packed.set(packBits(circuit.adjacency), index * bytes);
    const values = measure(circuit);
    metricIds.forEach((id, k) => (metrics[index * metricIds.length + k] = values[id] ?? NaN));
  }
  return {
    header: mapHeader.parse({
      format: 'latentome-map-1',
      size,
      ids: Array.from({ length: size }, (_, k) => `n${k}`),
      categories: [],
    }),
    circuits,
    size,
    dimensions,
    z,
    fold: Uint8Array.from({ length: circuits }, (_, k) => (k < circuits - held ? 1 : 3)),
    members: Uint16Array.from({ length: circuits * size }, (_, k) => k % size),
    packed,
    metrics,
    position: new Float32Array(size * 3),
    codes: {
      class: new Uint8Array(size),
      layer: new Uint8Array(size),
      type: new Uint16Array(size),
    },
  };
}

/** Of z as it was drawn. */
export const transparentModel = {
  selfEdges: false,
  prior: {
    mean: new Array<number>(dimensions).fill(0),
    covariance: Array.from({ length: dimensions }, (_, a) =>
      Array.from({ length: dimensions }, (_, b) => (a === b ? 1 : 0)),
    ),
  },
};
