import { expect, test } from 'vitest';
import { covarianceOf, fittedOf, meanOf, mostFitted, placeIn } from './encoded.ts';
import { linearWorld } from './linear-world.ts';
import { regress } from './regression.ts';

const { encoded, scores } = linearWorld([
  [0.5, -1, 2, 0.25],
  [1, 0, 0, 3],
]);
const [first = [], second = []] = scores;
const { circuits } = encoded;
const fitted = { ...encoded, circuits: circuits.slice(0, 200) };

test('scores of the same circuits share one covariance; one with gaps has that of its own', () => {
  const shared = regress(fitted, first).covariance;
  expect(regress(fitted, second).covariance).toBe(shared);
  expect(regress({ ...fitted }, second).weights).toEqual(regress(fitted, second).weights);
  const gaps = first.map((value, k) => (k % 7 === 0 ? NaN : value));
  const own = { ...fitted, circuits: fitted.circuits.filter((k) => k % 7 !== 0) };
  expect(regress(fitted, gaps).covariance).toEqual(covarianceOf(own));
  expect(regress(fitted, gaps).weights).toEqual(regress(own, first).weights);
});

test('the covariance is the mean product of what is off the middle', () => {
  const mean = meanOf(encoded);
  covarianceOf(encoded).forEach((row, i) =>
    row.forEach((value, j) => {
      const off = (circuit: number, d: number) =>
        (placeIn(encoded, circuit)[d] ?? 0) - (mean[d] ?? 0);
      const sum = circuits.reduce((all, one) => all + off(one, i) * off(one, j), 0);
      expect(value).toBeCloseTo(sum / circuits.length, 9);
    }),
  );
});

test('of a big map 4,000 training circuits are taken, evenly; of a small one all', () => {
  const map = (count: number) => ({
    z: new Float32Array(count),
    dimensions: 1,
    circuits: count,
    fold: Uint8Array.from({ length: count }, (_, k) => (k % 2 === 0 ? 1 : 3)),
  });
  const { circuits: taken } = fittedOf(map(20_000));
  expect(taken.length).toBe(mostFitted);
  expect(new Set(taken).size).toBe(mostFitted);
  expect(taken.every((circuit) => circuit % 2 === 0)).toBe(true);
  const halves = taken.filter((circuit) => circuit < 10_000).length;
  expect(halves).toBe(mostFitted / 2);
  expect(fittedOf(map(10)).circuits).toEqual([0, 2, 4, 6, 8]);
});
