import { Generator, RandomStream } from './random.ts';

/** Streams that together exercise both key words, the counter's every word and indices far into a stream. */
const cases = [
  { seed: 0, stream: 1, a: 0, b: 0 },
  { seed: 1, stream: 2, a: 0, b: 0 },
  { seed: 20261122, stream: 4, a: 17, b: 3 },
  { seed: Number.MAX_SAFE_INTEGER, stream: 3, a: 0, b: 0 },
  { seed: 4294967296, stream: 6, a: 4294967295, b: 1 },
];
const farIndices = [5, 1000, 32639, 1000003];

/** The contents of random.vectors.json; its test rewrites the file when asked to (UPDATE_VECTORS=1). */
export function randomVectors() {
  return {
    format: 'latentome-random-1',
    streams: cases.map(({ seed, stream, a, b }) => {
      const at = new RandomStream(seed, stream, a, b);
      const first = Array.from({ length: 10 }, (_, index) => index);
      const sequence = new Generator(seed, stream, a, b);
      return {
        seed,
        stream,
        a,
        b,
        words: first.map((index) => at.word(index)),
        uniforms: first.map((index) => at.uniform(index)),
        normals: first.map((index) => at.normal(index)),
        far: farIndices.map((index) => ({
          index,
          uniform: at.uniform(index),
          normal: at.normal(index),
        })),
        sequence: [
          { take: 'uniform', value: sequence.nextUniform() },
          { take: 'normal', value: sequence.nextNormal() },
          { take: 'int', below: 1000, value: sequence.nextInt(1000) },
          { take: 'int', below: 7, value: sequence.nextInt(7) },
          { take: 'normal', value: sequence.nextNormal() },
          { take: 'uniform', value: sequence.nextUniform() },
        ],
      };
    }),
  };
}
