import { expect, test } from 'vitest';
import type { MeasuredEffects } from '../contracts/direction.ts';
import { spreadOut, type DecodeAndMeasure } from './decode.ts';
import { estimate, t975 } from './interval.ts';
import { linearWorld } from './linear-world.ts';
import { effectOn, largestOther, measureEffects, usualSteps } from './measured-effects.ts';
import { spearman } from './spearman.ts';

const world = linearWorld(
  [
    [1, 0, 0, 0],
    [0, 0, -3, 0],
  ],
  10,
);

async function measured(
  decode: DecodeAndMeasure,
  circuits: readonly number[] = [1, 2, 3, 4, 5],
): Promise<MeasuredEffects[]> {
  const reports: MeasuredEffects[] = [];
  for await (const report of measureEffects({
    vector: [0.5, 0, 0.2, 0],
    from: { ...world.encoded, circuits },
    individuals: 3,
    seed: 9,
    steps: usualSteps,
    metrics: [
      { id: 'first', sd: 0.25 },
      { id: 'second', sd: 1 },
    ],
    decode,
  }))
    reports.push(report);
  return reports;
}

test('a linear world: exact effects at every step, in standard deviations, with no width', async () => {
  const reports = await measured(world.decode);
  expect(reports.map(({ circuits }) => circuits)).toEqual([2, 3, 4, 5]);
  const last = reports.at(-1);
  const first = last && effectOn(last, 'first');
  first?.mean.forEach((value, k) => expect(value).toBeCloseTo(2 * (usualSteps[k] ?? 0), 6));
  expect(first?.change.mean).toBeCloseTo(8, 6);
  expect(first?.change.high).toBeCloseTo(8, 6);
  expect(first?.spearman).toBe(1);
  const other = last && largestOther(last, 'first');
  expect(other?.metric).toBe('second');
  expect(other?.change.mean).toBeCloseTo(-2.4, 6);
  expect(other?.spearman).toBe(-1);
});

test('a metric that is not defined anywhere is left out; one not defined somewhere is told of the rest', async () => {
  const nowhere: DecodeAndMeasure = async (circuit, places) =>
    Array.from(await world.decode(circuit, places)).map((value, k) =>
      k % 2 === 1 || circuit === 2 ? NaN : value,
    );
  const last = (await measured(nowhere)).at(-1);
  expect(last?.metrics.map(({ metric }) => metric)).toEqual(['first']);
  expect(last && effectOn(last, 'first')?.change.mean).toBeCloseTo(8, 6);
});

test('ranks: known correlations, ties share theirs, a constant has none', () => {
  expect(spearman([1, 2, 3, 4], [10, 20, 40, 30])).toBeCloseTo(0.8, 12);
  expect(spearman([1, 2, 3], [3, 2, 1])).toBe(-1);
  expect(spearman([1, 2, 3, 4], [1, 1, 2, 2])).toBeCloseTo(0.8944, 4);
  expect(spearman([1, 2, 3], [5, 5, 5])).toBeNull();
});

test("Student's t as tabled, and an interval by it", () => {
  for (const [freedom, quantile] of [
    [1, 12.7062],
    [6, 2.4469],
    [10, 2.2281],
    [30, 2.0423],
    [120, 1.9799],
  ] as const)
    expect(t975(freedom)).toBeCloseTo(quantile, 2);
  const { mean, low, high } = estimate([1, 2, 3, 4, 5, NaN]) ?? { mean: 0, low: 0, high: 0 };
  expect(mean).toBe(3);
  expect(high - mean).toBeCloseTo(2.7764 * Math.sqrt(2.5 / 5), 3);
  expect(mean - low).toBeCloseTo(high - mean, 12);
  expect(estimate([NaN])).toBeNull();
});

test('one circuit has no interval: nothing is told of it, nor of a metric defined in one alone', async () => {
  expect(estimate([0.52])).toBeNull();
  expect(estimate([0.52, NaN])).toBeNull();
  await expect(measured(world.decode, [1])).rejects.toThrow(
    'at least two held-out circuits are needed',
  );
  const inOne: DecodeAndMeasure = async (circuit, places) =>
    Array.from(await world.decode(circuit, places)).map((value, k) =>
      k % 2 === 1 && circuit !== 2 ? NaN : value,
    );
  const last = (await measured(inOne, [1, 2])).at(-1);
  expect(last?.circuits).toBe(2);
  expect(last?.metrics.map(({ metric }) => metric)).toEqual(['first']);
});

test('circuits are taken from the whole of a fold, each once', () => {
  const taken = spreadOut(
    Array.from({ length: 100 }, (_, k) => 1000 + k),
    8,
  );
  expect(new Set(taken).size).toBe(8);
  expect(taken[0]).toBeLessThan(1010);
  expect(taken.at(-1)).toBeGreaterThan(1090);
  expect(spreadOut([4, 5], 8)).toEqual([4, 5]);
});
