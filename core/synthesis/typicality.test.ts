import { expect, it } from 'vitest';
import { circuitOf } from '../decoder/circuit.ts';
import { drawCircuit } from '../decoder/draw.ts';
import { exampleLogits } from '../decoder/draw.vectors.ts';
import { typicality } from './typicality.ts';

it('is the log-probability itself where all states weigh the same', () => {
  const n = 3;
  const even = { n, lo: new Float32Array(9), rho: new Float32Array(9) };
  const found = typicality(even, circuitOf(n, [[0, 1]]));
  expect(found.logProbability).toBeCloseTo(3 * Math.log(1 / 4), 12);
  expect(found).toMatchObject({ mean: found.logProbability, cost: 0 });
});

it('mean and standard deviation are those of many plain draws', () => {
  const logits = exampleLogits(24, 8);
  const draws = Array.from({ length: 3000 }, (_, seed) =>
    typicality(logits, drawCircuit(logits, seed, false)),
  );
  const [first] = draws;
  const mean = draws.reduce((sum, one) => sum + one.logProbability, 0) / draws.length;
  const square = draws.reduce((sum, one) => sum + (one.logProbability - mean) ** 2, 0);
  const sd = Math.sqrt(square / draws.length);
  expect(Math.abs(mean - (first?.mean ?? 0))).toBeLessThan(0.1 * sd);
  expect(sd / (first?.sd ?? 0)).toBeCloseTo(1, 1);
  const costs = draws.reduce((sum, one) => sum + one.cost, 0) / draws.length;
  expect(Math.abs(costs)).toBeLessThan(0.1);
});
