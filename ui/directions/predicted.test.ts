import { expect, test } from 'vitest';
import type { MeasuredEffects } from '~/core/contracts/index.ts';
import type { Steerable } from './direction.ts';
import {
  changeAt,
  knownEffects,
  summedChange,
  tabledChange,
  wholeChange,
  type Known,
} from './predicted.ts';

const mean = [-3, -1, 0, 0.5, 0.75];
const measured: MeasuredEffects = {
  steps: [-2, -1, 0, 1, 2],
  circuits: 3,
  individuals: 2,
  seed: 1,
  metrics: [
    {
      metric: 'density',
      mean,
      low: mean,
      high: mean,
      change: { mean: 3.75, low: 3, high: 4.5 },
      spearman: 1,
    },
  ],
};
const linear = new Map([
  ['density', 9],
  ['reciprocity', -0.5],
] as const);
const known: Known = { linear, measured };
const direction: Steerable = {
  id: 'principal:0',
  name: 'PC 1',
  protocol: { kind: 'principal', component: 0 },
  vector: [1],
  distance: 1,
  effects: null,
  saved: null,
};

test('what was measured is read between its steps, the rest is a straight line', () => {
  expect(changeAt(known, 'density', -1.5)).toBe(-2);
  expect(changeAt(known, 'density', 2)).toBe(0.75);
  expect(changeAt(known, 'density', 5)).toBe(0.75);
  expect(changeAt(known, 'density', -5)).toBe(-3);
  expect(changeAt(known, 'reciprocity', 1.5)).toBe(-0.75);
  expect(changeAt({ linear, measured: null }, 'density', 0.5)).toBe(4.5);
  expect(wholeChange(known, 'density')).toEqual({ mean: 3.75, low: 3, high: 4.5 });
  expect(wholeChange(known, 'reciprocity')).toEqual({ mean: -2, low: null, high: null });
});

test('a table of measured effects has no prediction among them', () => {
  expect(tabledChange(known, 'density')).toEqual({ mean: 3.75, low: 3, high: 4.5, spearman: 1 });
  const none = { mean: null, low: null, high: null, spearman: null };
  expect(tabledChange(known, 'reciprocity')).toEqual(none);
  expect(tabledChange({ linear, measured: null }, 'reciprocity')).toEqual({ ...none, mean: -2 });
});

test('effects that were kept from one circuit are not taken for measured', () => {
  const kept = (circuits: number) =>
    knownEffects({ ...direction, effects: { ...measured, circuits } }, [], null).measured;
  expect(kept(2)?.circuits).toBe(2);
  expect(kept(1)).toBeNull();
});

test('sliders add up', () => {
  const others = new Map<string, Known>([
    ['a', known],
    ['b', { linear, measured: null }],
  ]);
  const amounts = new Map([
    ['a', 1],
    ['b', -1],
    ['gone', 2],
  ]);
  const [density, reciprocity] = summedChange(amounts, (id) => others.get(id));
  expect(density).toBe(0.5 - 9);
  expect(reciprocity).toBe(0);
});
