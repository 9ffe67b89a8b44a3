import { expect, test } from 'vitest';
import type { MeasuredEffects } from '~/core/contracts/index.ts';
import { changeAt, summedChange, wholeChange, type Known } from './predicted.ts';

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
