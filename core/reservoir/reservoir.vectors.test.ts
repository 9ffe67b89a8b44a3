import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { reservoirVectors } from './reservoir.vectors.ts';

const file = new URL('./reservoir.vectors.json', import.meta.url);

/** Every number of a JSON value, in order; other JavaScript engines and processors may round tanh otherwise. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(numbersIn) : [];
}

test('the shared vectors are what this reservoir gives', () => {
  const made = reservoirVectors();
  if (process.env.UPDATE_VECTORS === '1') writeFileSync(file, JSON.stringify(made, null, 1) + '\n');
  const stored = numbersIn(JSON.parse(readFileSync(file, 'utf8')));
  const now = numbersIn(made);
  expect(now).toHaveLength(stored.length);
  now.forEach((value, index) => expect(value).toBeCloseTo(stored[index] ?? NaN, 10));
});
