import { RandomStream, streams } from '../random.ts';

/** Standard normal u [n * dimensions] of the individual `seed`, row by row; the model's prior turns it into its own u. */
export function individuality(
  seed: number,
  n: number,
  dimensions: number,
): Float32Array<ArrayBuffer> {
  const stream = new RandomStream(seed, streams.individuality);
  return Float32Array.from({ length: n * dimensions }, (_, index) => stream.normal(index));
}
