import { expect, it } from 'vitest';
import { metricIds } from '~/core/contracts/index.ts';
import { tokenNames, type Tokens } from '~/ui/kit/index.ts';
import { colouring } from './colouring.ts';
import { plateauBytes, rgb } from './ramp.ts';

const colours = Object.fromEntries(tokenNames.map((name) => [name, '#102030'])) as Tokens;

/** Circuits whose density is given and whose other metrics are not defined. */
function withDensity(density: readonly number[]): Parameters<typeof colouring>[1] {
  const metrics = new Float32Array(density.length * metricIds.length).fill(NaN);
  density.forEach((value, i) => (metrics[i * metricIds.length] = value));
  const fold = Uint8Array.from(density, (_, i) => 1 + (i % 3));
  return { circuits: density.length, fold, metrics };
}

it('places values between the 1st and the 99th percentile and clamps what lies outside', () => {
  const hundred = Array.from({ length: 101 }, (_, i) => i / 100);
  const { values } = colouring('density', withDensity(hundred), colours);
  expect([values[0], values[1], values[50], values[99], values[100]]).toEqual([
    0,
    0,
    expect.closeTo(0.5, 5),
    1,
    1,
  ]);
});

it('marks what is not defined, and does not divide by a spread of nothing', () => {
  expect([...colouring('cycles', withDensity([0.1, 0.2]), colours).values]).toEqual([-1, -1]);
  expect([...colouring('density', withDensity([0.3, 0.3]), colours).values]).toEqual([0.5, 0.5]);
});

it('gives each fold the middle of its own plateau', () => {
  const { values } = colouring('fold', withDensity([0, 0, 0]), colours);
  const ramp = plateauBytes(['#ff0000', '#00ff00', '#0000ff']);
  const channel = [...values].map((value) => {
    const from = 4 * Math.round(value * 255);
    return [...ramp.slice(from, from + 3)];
  });
  expect(channel).toEqual([rgb('#ff0000'), rgb('#00ff00'), rgb('#0000ff')]);
});
