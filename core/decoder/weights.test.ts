import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { WeightScale } from '../contracts/model.ts';
import { circuitOf } from './circuit.ts';
import { drawWeights } from './weights.ts';
import { weightVectors } from './weights.vectors.ts';

const vectors = new URL('./weights.vectors.json', import.meta.url);
const sizes: WeightScale = { of: 'size', logMean: 8.5, logSd: 1.2, sd: 0.7 };
const n = 100;
const all = { n, adjacency: new Uint8Array(n * n).fill(1) };

test('only connections weigh something, and each the same whatever else is connected', () => {
  const mu = new Float32Array(9).fill(0.3);
  const some = drawWeights(mu, circuitOf(3, [[0, 2]]), 5, sizes);
  const more = drawWeights(
    mu,
    circuitOf(3, [
      [0, 2],
      [1, 0],
    ]),
    5,
    sizes,
  );
  expect([...some].filter((weight) => weight > 0)).toEqual([some[2]]);
  expect(more[2]).toBe(some[2]);
  expect(more[3]).toBeGreaterThan(0);
});

test('logs of drawn weights have the mean and spread they are drawn with', () => {
  const mu = Float32Array.from({ length: n * n }, (_, k) => (k % 5) - 2);
  const away = Array.from(
    drawWeights(mu, all, 11, sizes),
    (weight, k) => (Math.log(weight) - sizes.logMean) / sizes.logSd - (mu[k] ?? 0),
  );
  const mean = away.reduce((sum, value) => sum + value, 0) / away.length;
  const sd = Math.sqrt(away.reduce((sum, value) => sum + (value - mean) ** 2, 0) / away.length);
  // five standard errors
  expect(Math.abs(mean)).toBeLessThan((5 * sizes.sd) / n);
  expect(Math.abs(sd - sizes.sd)).toBeLessThan((5 * sizes.sd) / n);
});

test('synapses are whole and at least one', () => {
  const counts: WeightScale = { ...sizes, of: 'synapses', logMean: 0.2 };
  const weights = drawWeights(new Float32Array(n * n), all, 2, counts);
  expect(weights.every((weight) => Number.isInteger(weight) && weight >= 1)).toBe(true);
  expect(Math.max(...weights)).toBeGreaterThan(3);
});

test('the shared vectors are what this draw gives', () => {
  if (process.env.UPDATE_VECTORS === '1')
    writeFileSync(vectors, `${JSON.stringify(weightVectors())}\n`);
  expect(weightVectors()).toEqual(JSON.parse(readFileSync(vectors, 'utf8')));
});
