import { expect, test } from 'vitest';
import { aligned } from './aligned.ts';
import { difference } from './difference.ts';
import { covarianceOf } from './encoded.ts';
import { linearWorld } from './linear-world.ts';
import { times } from './linear.ts';
import { principal } from './principal.ts';
import { regress } from './regression.ts';
import { Spread } from './spread.ts';

const weights = [0.5, -1, 2, 0.25];
const { encoded, scores } = linearWorld([weights]);
const [score = []] = scores;
const spread = new Spread(covarianceOf(encoded));

test('least squares finds the weights of a linear score, whatever the circuits without one', () => {
  const { weights: found, r2 } = regress(encoded, score);
  found.forEach((value, d) => expect(value).toBeCloseTo(weights[d] ?? NaN, 6));
  expect(r2).toBeCloseTo(1, 6);
  const gaps = score.map((value, k) => (k % 7 === 0 ? NaN : value));
  regress(encoded, gaps).weights.forEach((value, d) =>
    expect(value).toBeCloseTo(weights[d] ?? NaN, 6),
  );
});

test('an aligned step raises its score by one standard deviation and lies one from the data', () => {
  const step = aligned.step(encoded, score);
  expect(times([weights], step)[0]).toBeCloseTo(spread.deviationOf(weights), 6);
  expect(spread.lengthOf(step)).toBeCloseTo(1, 4);
});

test('what goes with a score in the data goes with its aligned direction', () => {
  // the second coordinate is half the first and something of its own: an aligned step of one moves the other
  const first = aligned.step(
    encoded,
    Array.from({ length: 400 }, (_, k) => encoded.z[k * 4] ?? 0),
  );
  const covariance = covarianceOf(encoded);
  const slope = (covariance[0]?.[1] ?? NaN) / (covariance[0]?.[0] ?? NaN);
  expect((first[1] ?? 0) / (first[0] ?? 1)).toBeCloseTo(slope, 6);
});

test('a principal step is one standard deviation along its axis', () => {
  expect(principal.step(spread, [0, 0, 1, 0])[2]).toBeCloseTo(
    Math.sqrt(covarianceOf(encoded)[2]?.[2] ?? NaN),
    9,
  );
});

test('two steps lead from the middle of one selection to that of another', () => {
  const z = [0, 0, 2, 0, 4, 6, 6, 6];
  const of = (...circuits: number[]) => ({ z, dimensions: 2, circuits });
  expect(difference.step(of(2, 3), of(0, 1))).toEqual([2, 3]);
  expect(() => difference.step(of(), of(0))).toThrow(RangeError);
  expect(() => difference.step(of(1), of(1))).toThrow(RangeError);
});

test('whitened coordinates: every unit is one standard deviation of the data', () => {
  for (const y of [
    [1, 0, 0, 0],
    [0, 0, 0, 1],
    [0.6, 0, -0.8, 0],
  ])
    expect(spread.lengthOf(spread.fromWhitened(y))).toBeCloseTo(1, 4);
});

test('a score that is the same for all, or that too few have, has no direction', () => {
  expect(() => aligned.step(encoded, new Array<number>(400).fill(2))).toThrow(RangeError);
  expect(() => aligned.step(encoded, [1, 2])).toThrow(RangeError);
});
