import { expect, it } from 'vitest';
import { besideAt, nullBands, valuesInTurn, withNullScores } from './null-curve.ts';

const values = Array.from({ length: 20 }, (_, k) => (k + 1) / 10);
const scores = (value: number, some: readonly (number | null)[]) =>
  some.map((score, draw) => ({ value, draw, score }));

it('the chosen radius comes first, then the others coarse to fine, each once', () => {
  const order = valuesInTurn(values, 0.9, new Map(), 50);
  expect(order.slice(0, 4)).toEqual([0.9, 0.8, 1.6, 0.4]);
  expect(order.toSorted((a, b) => a - b)).toEqual(values);
});

it('what has all its draws is not scored again; what was broken off is, whole', () => {
  let known = withNullScores(new Map(), scores(0.9, [1, 2, 3]));
  known = withNullScores(known, scores(0.5, [1, 2]));
  const order = valuesInTurn(values, 0.5, known, 3);
  expect(order[0]).toBe(0.5);
  expect(order).not.toContain(0.9);
  known = withNullScores(known, scores(0.5, [7]));
  expect(known.get(0.5)).toEqual([7]);
});

it('a score stands among those of the nulls at its own radius', () => {
  const nulls = withNullScores(new Map(), [...scores(0.5, [1, 2, 3, null]), ...scores(1, [9, 9])]);
  const { value, mean, z, defined } = besideAt([{ value: 0.5, scores: [3, 5] }], nulls, 0.5);
  expect({ value, mean, z, defined }).toEqual({ value: 4, mean: 2, z: 2, defined: 3 });
});

it('a band needs five scores', () => {
  const few = withNullScores(new Map(), scores(0.5, [1, 2, 3, 4, null]));
  expect(nullBands(few)).toEqual([]);
  const enough = withNullScores(new Map(), scores(0.5, [1, 2, 3, 4, 5]));
  expect(nullBands(enough)).toMatchObject([{ value: 0.5, mean: 3 }]);
});
