import { expect, test } from 'vitest';
import { directionProtocol } from '../contracts/direction.ts';
import { metricIds } from '../contracts/model.ts';
import type { DecodeAndMeasure } from './decode.ts';
import { covarianceOf } from './encoded.ts';
import { linearWorld } from './linear-world.ts';
import { purifiedByProtocol, usualCorrections } from './purified-by-protocol.ts';
import { stepEffect } from './purified.ts';
import { Spread } from './spread.ts';

const { encoded } = linearWorld([]);
const slopes = [
  [1, 0.5, 0, 0],
  [0.3, 1, 0.2, 0],
  [0, 0.4, 1, 0],
];

/** Eight metrics, the second bent, with noise of the individual: corrections have something to do. */
const decode: DecodeAndMeasure = (_, places) =>
  Promise.resolve(
    places.flatMap(({ z, seed }) => {
      const [a = 0, b = 0, c = 0] = slopes.map((row) =>
        row.reduce((sum, slope, d) => sum + slope * (z[d] ?? 0), 0),
      );
      const noise = 1 + 0.05 * Math.sin(seed);
      return [a, noise * b + 0.02 * a ** 3, c, a - b, b - c, a + c, b + c, 2 * a - c];
    }),
  );

const ground = {
  map: {
    z: Float32Array.from(Array.from(encoded.z)),
    dimensions: 4,
    circuits: 400,
    fold: Uint8Array.from({ length: 400 }, (_, k) => (k % 3) + 1),
  },
  spread: new Spread(covarianceOf(encoded)),
  sds: metricIds.map(() => 1.5),
  decode,
};
const asked = {
  kind: 'purified' as const,
  metric: metricIds[0],
  held: [metricIds[1], metricIds[2]],
  ridge: 0.15,
  step: stepEffect,
  circuits: 5,
  individuals: 2,
  seed: 7,
  reach: 1,
  corrections: { ...usualCorrections, circuits: 6 },
};

test('the vector is found again from what is stored, after a round through JSON and the contract', async () => {
  const { vector, protocol } = await purifiedByProtocol(ground, asked);
  expect(protocol.refined).toBeGreaterThan(0);
  const stored = directionProtocol.parse(JSON.parse(JSON.stringify(protocol)));
  if (stored.kind !== 'purified') throw new Error('it is purified');
  expect(stored).toEqual(protocol);
  const again = await purifiedByProtocol(ground, stored);
  expect(again.vector).toEqual(vector);
  expect(again.protocol).toEqual(protocol);
});

test('every field of the corrections matters', async () => {
  const { vector } = await purifiedByProtocol(ground, asked);
  const { corrections } = asked;
  const others = [
    { ...corrections, bolder: 0.5 },
    { ...corrections, steps: [-1, 0, 1] },
    { ...corrections, circuits: 3 },
    { ...corrections, most: 0 },
    { ...corrections, enough: 10 },
    { ...corrections, better: 0.1 },
    { ...corrections, farthest: 0.1 },
    { ...corrections, seed: 2 },
    { ...corrections, individuals: 1 },
    undefined,
  ];
  for (const other of others) {
    const changed = await purifiedByProtocol(ground, { ...asked, corrections: other });
    expect(changed.vector, JSON.stringify(other)).not.toEqual(vector);
  }
});

test('a protocol with another step is refused rather than answered with ours', async () => {
  await expect(purifiedByProtocol(ground, { ...asked, step: 1 })).rejects.toThrow(RangeError);
});

test('corrections of an earlier way are refused rather than made in ours', async () => {
  const earlier = { ...usualCorrections, method: undefined };
  await expect(purifiedByProtocol(ground, { ...asked, corrections: earlier })).rejects.toThrow(
    'the stored vector stands',
  );
});
