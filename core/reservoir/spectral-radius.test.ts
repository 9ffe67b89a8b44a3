import { expect, test } from 'vitest';
import { circuitOf } from '../decoder/circuit.ts';
import { spectralRadius } from './spectral-radius.ts';
import { reservoirWeights } from './weights.ts';

const ring = (n: number) =>
  circuitOf(
    n,
    Array.from({ length: n }, (_, i) => [i, (i + 1) % n] as const),
  );

test('a ring has radius 1, and so has a ring with one inhibitory neuron', () => {
  expect(spectralRadius(reservoirWeights(ring(7)))).toBeCloseTo(1, 12);
  expect(spectralRadius(reservoirWeights(ring(7), [1, 0, 0, 0, 0, 0, 0]))).toBeCloseTo(1, 12);
});

test('without a cycle the radius is exactly 0, however many connections there are', () => {
  const edges: [number, number][] = [];
  for (let i = 0; i < 40; i++) for (let j = 0; j < i; j++) edges.push([i, j]);
  expect(spectralRadius(reservoirWeights(circuitOf(40, edges)))).toBe(0);
  expect(spectralRadius(reservoirWeights(circuitOf(3, [])))).toBe(0);
});

test('a complete circuit of n has radius n - 1, a self-edge alone 1', () => {
  const edges: [number, number][] = [];
  for (let i = 0; i < 12; i++) for (let j = 0; j < 12; j++) if (i !== j) edges.push([i, j]);
  expect(spectralRadius(reservoirWeights(circuitOf(12, edges)))).toBeCloseTo(11, 11);
  expect(spectralRadius(reservoirWeights(circuitOf(2, [[1, 1]])))).toBe(1);
});

test('a directed matrix is not taken for a symmetric one', () => {
  // [0, 4; 1, 0] has eigenvalues ±2; a symmetric solver reads one triangle only and says 1 or 4.
  const weights = reservoirWeights(
    circuitOf(2, [
      [0, 1],
      [1, 0],
    ]),
    null,
    [0, 4, 1, 0],
  );
  expect(spectralRadius(weights)).toBeCloseTo(2, 12);
});

test('self-edges and signs count: a pair that excites and inhibits turns, as a rotation', () => {
  const pair = circuitOf(2, [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ]);
  // [1, 1; -1, 1]: 1 ± i once the second neuron's own edge is made positive by its strength
  expect(spectralRadius(reservoirWeights(pair, [0, 1], [1, 1, 1, -1]))).toBeCloseTo(Math.SQRT2, 12);
});

test('cycles on which excitation and inhibition cancel have radius 0, not a rounding error to divide by', () => {
  const edges = [0, 1, 2, 3].flatMap((i) => [0, 1, 2, 3].map((j) => [i, j] as const));
  expect(spectralRadius(reservoirWeights(circuitOf(4, edges), [0, 1, 0, 1]))).toBe(0);
});
