import { expect, test } from 'vitest';
import { changeKinds, type ChangeKind, type Prediction } from '../contracts/direction-name.ts';
import { metricIds } from '../contracts/metric-id.ts';
import { Generator, streams } from '../random.ts';
import { testPrediction, verdictOf, wholeVerdict } from './prediction.ts';

test('where the interval lies decides: wholly there, wholly elsewhere, or partly', () => {
  const each = (low: number, high: number) =>
    changeKinds.map((change) => verdictOf(change, { low, high }, 0.5));
  const [yes, no, open] = ['supported', 'contradicted', 'undecided'];
  expect(each(0.6, 2)).toEqual([yes, no, no]);
  expect(each(-2, -0.6)).toEqual([no, yes, no]);
  expect(each(-0.4, 0.4)).toEqual([no, no, yes]);
  expect(each(0.4, 2)).toEqual([open, no, open]);
  expect(each(-2, -0.4)).toEqual([no, open, open]);
  expect(each(-2, 0.4)).toEqual([no, open, open]);
  expect(each(-1, 1)).toEqual([open, open, open]);
  expect(each(0.5, 0.5)).toEqual([no, no, yes]); // the threshold itself counts as no change
});

test('one contradiction contradicts a claim, and it takes all to support it', () => {
  expect(wholeVerdict(['supported', 'supported'])).toBe('supported');
  expect(wholeVerdict(['supported', 'undecided'])).toBe('undecided');
  expect(wholeVerdict(['supported', 'undecided', 'contradicted'])).toBe('contradicted');
});

const one = (change: ChangeKind, threshold = 0.5): Prediction => ({
  statements: [{ metric: 'reciprocity', change }],
  threshold,
});

test('a known answer: ten circuits, one statement, the interval of Student at 95 %', () => {
  const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const { statements, verdict } = testPrediction(one('rises', 3), [[...values, null]]);
  const [found] = statements;
  const half = 2.26216 * Math.sqrt(55 / 6 / 10);
  expect(found?.mean).toBeCloseTo(5.5, 12);
  expect(found?.low).toBeCloseTo(5.5 - half, 4);
  expect(found?.high).toBeCloseTo(5.5 + half, 4);
  expect(verdict).toBe('supported');
  expect(testPrediction(one('rises', 4), [values]).verdict).toBe('undecided');
  expect(testPrediction(one('falls', 3), [values]).verdict).toBe('contradicted');
});

test('more statements, wider intervals: each is at 1 - 0.05 / k', () => {
  const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  const many: Prediction = {
    statements: metricIds.map((metric) => ({ metric, change: 'rises' })),
    threshold: 0.5,
  };
  const width = (found: ReturnType<typeof testPrediction>) =>
    (found.statements[0]?.high ?? 0) - (found.statements[0]?.low ?? 0);
  const alone = width(testPrediction(one('rises'), [values]));
  const together = width(
    testPrediction(
      many,
      metricIds.map(() => values),
    ),
  );
  expect(together / alone).toBeCloseTo(3.5465 / 2.26216, 3); // of 9 degrees of freedom at 0.99375 and 0.95
});

test('a metric that is defined in few circuits is not judged, and keeps the claim open', () => {
  const few = [9, 9, 9, 9, 9, 9, 9, null, null];
  const { statements, verdict } = testPrediction(one('rises'), [few]);
  expect(statements[0]).toMatchObject({ mean: null, low: null, high: null, verdict: 'undecided' });
  expect(verdict).toBe('undecided');
  expect(testPrediction(one('rises'), []).verdict).toBe('undecided');
});

test('turned round, what rose falls, and every verdict with it', () => {
  const random = new Generator(11, streams.bench);
  const turned = { rises: 'falls', falls: 'rises', stays: 'stays' } as const;
  for (let trial = 0; trial < 300; trial++) {
    const shift = 3 * random.nextNormal();
    const values = Array.from({ length: 12 }, () => shift + random.nextNormal());
    for (const change of changeKinds) {
      const there = testPrediction(one(change), [values]);
      const back = testPrediction(one(turned[change]), [values.map((value) => -value)]);
      expect(back.verdict).toBe(there.verdict);
      expect(back.statements[0]?.low).toBeCloseTo(-(there.statements[0]?.high ?? NaN), 9);
    }
    const kinds = changeKinds.map((change) => testPrediction(one(change), [values]).verdict);
    expect(kinds.filter((kind) => kind === 'supported').length).toBeLessThanOrEqual(1);
  }
});

test('at most one claim in twenty that is true is contradicted, however many statements it has', () => {
  const random = new Generator(5, streams.bench);
  const trials = 1200;
  for (const count of [1, 8]) {
    const statements = metricIds
      .slice(0, count)
      .map((metric) => ({ metric, change: 'stays' as const }));
    let contradicted = 0;
    let missed = 0;
    for (let trial = 0; trial < trials; trial++) {
      const figures = statements.map(() =>
        Array.from({ length: 12 }, () => 0.5 + random.nextNormal()),
      );
      const found = testPrediction({ statements, threshold: 0.5 }, figures);
      if (found.verdict === 'contradicted') contradicted++;
      if (found.statements.some(({ low, high }) => (low ?? 0) > 0.5 || (high ?? 0) < 0.5)) missed++;
    }
    expect(contradicted / trials).toBeLessThan(0.05); // just at the threshold: half of what can go wrong
    expect(missed / trials).toBeLessThan(0.065);
    expect(missed / trials).toBeGreaterThan(0.03);
  }
});
