import { expect, test } from 'vitest';
import { RandomStream, streams } from '~/core/random.ts';
import { functionDirection, functionProtocol, scoredFolds } from './function-direction.ts';

const random = new RandomStream(5, streams.bench);
const mapOf = (circuits: number) => ({
  z: Float32Array.from({ length: circuits * 2 }, (_, k) => random.normal(k)),
  dimensions: 2,
  circuits,
  fold: Uint8Array.from({ length: circuits }, (_, k) => (k % 3 === 0 ? 2 : 1)),
});
const unit = [
  [1, 0],
  [0, 1],
];
const map = mapOf(300);
const memory = functionProtocol('memory', 0.9);
const chance = (index: number) => random.normal(10_000 + index);
const find = (score: (index: number) => number, of = map) =>
  functionDirection(
    of,
    unit,
    memory,
    new Map(Array.from({ length: of.circuits }, (_, index) => [index, score(index)])),
  );

test('circuits to judge by are of the validation fold and none that the direction is fitted to', () => {
  const { fitted, judged } = scoredFolds(map);
  expect([fitted.circuits.length, judged.circuits.length]).toEqual([200, 100]);
  expect(fitted.circuits.every((index) => map.fold[index] === 1)).toBe(true);
  expect(judged.circuits.every((index) => map.fold[index] === 2)).toBe(true);
  const unfolded = scoredFolds({ ...map, fold: new Uint8Array(300) });
  expect(unfolded.judged.circuits.some((one) => unfolded.fitted.circuits.includes(one))).toBe(
    false,
  );
});

test('a score that the place tells has a direction, with its R² on held-out circuits', () => {
  const { direction, fit } = find((index) => (map.z[2 * index] ?? 0) + 0.5 * chance(index));
  expect(fit.circuits).toBe(100);
  expect(fit.r2).toBeGreaterThan(0.6);
  expect(fit.r2).toBeLessThan(0.95);
  expect(direction.vector[0]).toBeGreaterThan(0.8);
  expect(direction.protocol).toMatchObject({ kind: 'function', circuits: 200 });
});

test('a score of chance is refused in plain words, and so are fewer circuits than dimensions', () => {
  expect(() => find(chance)).toThrow(/hardly tells this score: R² is −?0\.0\d on 100 held-out/);
  expect(() => find((index) => (index === 1 ? 2 : NaN))).toThrow(
    'Only 1 training circuit can be scored, fewer than the 2 latent dimensions',
  );
});
