import { expect, it } from 'vitest';
import { metricScale } from './metric-scale.ts';

const linear = { range: [0, 1], scale: 'sequential', spacing: 'linear' } as const;
const hundred = Array.from({ length: 101 }, (_, i) => i / 100);

it('diverging colours meet at zero and reach as far either way', () => {
  const scale = metricScale({ ...linear, range: [-1, 1], scale: 'diverging' }, [-0.1, 0.4, 0.2]);
  expect(scale.ramp).toBe('diverging');
  expect(scale.place(0)).toBe(0.5);
  expect([scale.from, scale.to]).toEqual([-scale.to, scale.to]);
});

it('a logarithm begins at the least value above zero; zero stands at its low end, decades are as far apart', () => {
  const scale = metricScale({ ...linear, spacing: 'log' }, [0, 1e-5, 1e-4, 1e-3, 1e-3]);
  expect([scale.from, scale.to]).toEqual([1e-5, 1e-3]);
  expect(scale.place(0)).toBe(0);
  expect(scale.place(1e-4)).toBeCloseTo(0.5, 10);
  expect(scale.ticks(3).map(({ value }) => value)).toContain(1e-4);
});

it('never leaves what the metric can be, and has a place for one value alone', () => {
  for (const value of [0, 0.2, 1]) {
    const { from, to, place } = metricScale(linear, [value]);
    expect(from).toBeGreaterThanOrEqual(0);
    expect(to).toBeLessThanOrEqual(1);
    expect(to).toBeGreaterThan(from);
    expect(Number.isFinite(place(value))).toBe(true);
  }
});

it('marks stand where their values do, and nothing measured yet is no error', () => {
  const scale = metricScale(linear, hundred);
  for (const { at, value } of scale.ticks(5)) expect(scale.place(value)).toBeCloseTo(at, 10);
  for (const spacing of ['linear', 'log'] as const) {
    const empty = metricScale({ ...linear, spacing }, [NaN, NaN]);
    expect(empty.place(NaN)).toBe(-1);
    expect(empty.to).toBeGreaterThan(empty.from);
  }
});
