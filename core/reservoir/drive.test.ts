import { expect, test } from 'vitest';
import { Generator, streams } from '../random.ts';
import { tanh } from './drive.ts';
import { addProducts, readOut } from './products.ts';

test('tanh is that of the engine to the last digits, everywhere', () => {
  const random = new Generator(3, streams.bench);
  for (let k = 0; k < 20_000; k++) {
    const x = (random.nextUniform() - 0.5) * 10 ** (3 * random.nextUniform() - 2);
    expect(Math.abs(tanh(x) - Math.tanh(x))).toBeLessThanOrEqual(4e-16 * Math.abs(x));
  }
  for (const x of [0, 0.625, -0.625, 1e-300, 1e300, -1e300, Infinity])
    expect(tanh(x)).toBeCloseTo(Math.tanh(x), 15);
});

const noise = (length: number, seed: number) => {
  const random = new Generator(seed, streams.bench);
  return Float64Array.from({ length }, () => random.nextNormal());
};

test('products of columns are those of their definition, whatever the numbers of columns and steps', () => {
  for (const [rows, wide, count] of [
    [1, 1, 1],
    [5, 3, 7],
    [8, 6, 10],
    [23, 13, 10],
  ] as const) {
    const stride = 10;
    const columns = noise(4 * Math.ceil(rows / 4) * stride, rows);
    const sums = new Float64Array(4 * Math.ceil(rows / 4) * (wide + 1));
    for (let twice = 0; twice < 2; twice++) addProducts(columns, stride, count, rows, wide, sums);
    for (let row = 0; row < rows; row++)
      for (let column = 0; column <= Math.min(row, wide - 1); column++) {
        let sum = 0;
        for (let t = 0; t < count; t++)
          sum += (columns[row * stride + t] ?? 0) * (columns[column * stride + t] ?? 0);
        expect(sums[row * (wide + 1) + column]).toBeCloseTo(2 * sum, 10);
      }
  }
});

test('a readout says its intercept and the weighted states', () => {
  const [n, stride, count, wide] = [5, 10, 7, 8];
  const states = noise(n * stride, 1);
  const weights = noise(n * wide, 2);
  const intercepts = noise(wide, 3);
  const said = new Float64Array(wide * stride);
  readOut(states, stride, count, n, weights, intercepts, said);
  for (let output = 0; output < wide; output++)
    for (let t = 0; t < count; t++) {
      let sum = intercepts[output] ?? 0;
      for (let j = 0; j < n; j++)
        sum += (weights[j * wide + output] ?? 0) * (states[j * stride + t] ?? 0);
      expect(said[output * stride + t]).toBeCloseTo(sum, 10);
    }
});
