import { expect, it } from 'vitest';
import { tokenNames, type Tokens } from '~/ui/kit/index.ts';
import { byFold, byMetric } from './colouring.ts';
import { plateauBytes, rgb } from './ramp.ts';

const colours = Object.fromEntries(tokenNames.map((name) => [name, '#102030'])) as Tokens;

it('places values between the 1st and the 99th percentile and clamps what lies outside', () => {
  const hundred = Array.from({ length: 101 }, (_, i) => i / 100);
  const { values } = byMetric('density', Float32Array.from(hundred), colours);
  expect([values[0], values[1], values[50], values[99], values[100]]).toEqual([
    0,
    0,
    expect.closeTo(0.5, 5),
    1,
    1,
  ]);
});

it('marks what is not defined, and does not divide by a spread of nothing', () => {
  expect([...byMetric('cycles', Float32Array.of(NaN, NaN), colours).values]).toEqual([-1, -1]);
  const [one, other] = byMetric('density', Float32Array.of(0.3, 0.3), colours).values;
  expect(one).toBe(other);
  expect(one).toBeGreaterThan(0);
  expect(one).toBeLessThan(1);
});

it('gives each fold the middle of its own plateau', () => {
  const { values } = byFold({ fold: Uint8Array.of(1, 2, 3) }, colours);
  const ramp = plateauBytes(['#ff0000', '#00ff00', '#0000ff']);
  const channel = [...values].map((value) => {
    const from = 4 * Math.round(value * 255);
    return [...ramp.slice(from, from + 3)];
  });
  expect(channel).toEqual([rgb('#ff0000'), rgb('#00ff00'), rgb('#0000ff')]);
});
