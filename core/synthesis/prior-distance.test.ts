import { expect, it } from 'vitest';
import { priorDistance } from './prior-distance.ts';
import { transparentMap, transparentModel } from './transparent-model.ts';

const prior = {
  mean: [1, 2],
  covariance: [
    [4, 0],
    [0, 1],
  ],
};
/** Each a whole number of standard deviations from the mean, along the first axis; the last is of the test fold. */
const mapOf = (...far: number[]) => ({
  circuits: far.length,
  dimensions: 2,
  z: Float32Array.from(far.flatMap((times) => [1 + 2 * times, 2])),
  fold: Uint8Array.from(far, (_, k) => (k < far.length - 1 ? 1 : 3)),
});

it('is 1 for the typical training circuit, whatever the prior is', () => {
  const distance = priorDistance(prior, mapOf(0.5, 8, 1, 100));
  expect(distance([3, 2])).toBeCloseTo(1, 12);
  expect(distance([1, 2])).toBe(0);
  expect(distance([1, 5])).toBeCloseTo(3, 12);
  expect(priorDistance(prior, mapOf(1, 3, 100))([5, 2])).toBeCloseTo(1, 12);
});

it('leaves as many training circuits within 1 as beyond', () => {
  const map = transparentMap(201, 20);
  for (const scale of [1, 9]) {
    const wide = transparentModel.prior.covariance.map((row) => row.map((part) => part * scale));
    const distance = priorDistance({ ...transparentModel.prior, covariance: wide }, map);
    const found = Array.from({ length: 181 }, (_, index) =>
      distance(map.z.subarray(index * map.dimensions, (index + 1) * map.dimensions)),
    );
    expect(found.filter((value) => value < 1 - 1e-9)).toHaveLength(90);
    expect(found.filter((value) => value > 1 + 1e-9)).toHaveLength(90);
  }
});

it('without training circuits is in standard deviations over the root of Z', () => {
  expect(priorDistance(prior, mapOf(100))([3, 2])).toBeCloseTo(Math.SQRT1_2, 12);
  expect(priorDistance(prior, mapOf(0, 0, 100))([3, 2])).toBeCloseTo(Math.SQRT1_2, 12);
});
