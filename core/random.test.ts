import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { philox4x32, type Words2, type Words4 } from './philox.ts';
import { Generator, RandomStream } from './random.ts';
import { randomVectors } from './random.vectors.ts';

const file = new URL('./random.vectors.json', import.meta.url);

/** `kat_vectors` of the Random123 distribution, philox4x32 with 10 rounds. */
const known: { counter: Words4; key: Words2; words: number[] }[] = [
  {
    counter: [0, 0, 0, 0],
    key: [0, 0],
    words: [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
  },
  {
    counter: [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
    key: [0xffffffff, 0xffffffff],
    words: [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
  },
  {
    counter: [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    key: [0xa4093822, 0x299f31d0],
    words: [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
  },
];

test.each(known)('Philox gives the published words for $counter', ({ counter, key, words }) => {
  const out = new Uint32Array(4);
  philox4x32(counter, key, out);
  expect([...out]).toEqual(words);
});

test('the shared vectors are what this generator gives', () => {
  if (process.env.UPDATE_VECTORS === '1')
    writeFileSync(file, JSON.stringify(randomVectors(), null, 1) + '\n');
  expect(randomVectors()).toEqual(JSON.parse(readFileSync(file, 'utf8')));
});

test('a generator walks its stream in order', () => {
  const at = new RandomStream(9, 6, 2, 3);
  const next = new Generator(9, 6, 2, 3);
  for (let index = 0; index < 20; index++) expect(next.nextUniform()).toBe(at.uniform(index));
});

test('uniforms and normals have the moments they should', () => {
  const stream = new RandomStream(5, 6);
  const count = 20_000;
  const mean = (f: (index: number) => number) =>
    Array.from({ length: count }, (_, index) => f(index)).reduce((a, b) => a + b) / count;
  expect(mean((index) => stream.uniform(index))).toBeCloseTo(0.5, 2);
  expect(mean((index) => stream.normal(index))).toBeCloseTo(0, 1);
  expect(mean((index) => stream.normal(index) ** 2)).toBeCloseTo(1, 1);
});

test.each([-1, 0.5, Number.NaN, 2 ** 53])('refuses the seed %s', (seed) => {
  expect(() => new RandomStream(seed, 1)).toThrow(RangeError);
});
