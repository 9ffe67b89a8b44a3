import { expect, it } from 'vitest';
import { circuitInTurn } from './metric-columns.ts';

it('every circuit has its turn once, however many there are', () => {
  for (const circuits of [1, 2, 3, 7, 100, 2000, 2048]) {
    const turns = Array.from({ length: circuits }, (_, k) => circuitInTurn(k, circuits));
    expect(new Set(turns).size).toBe(circuits);
  }
});

it('the first circuits measured lie all over the map', () => {
  const first = Array.from({ length: 32 }, (_, k) => circuitInTurn(k, 2000)).sort((a, b) => a - b);
  const gaps = first.slice(1).map((index, k) => index - (first[k] ?? 0));
  expect(Math.max(...gaps)).toBeLessThan(2000 / 8);
});
