import { expect, test } from 'vitest';
import { steering } from '~/core/contracts/index.ts';
import { readSteering, sharedSteering, type Begun } from './shared-steering.ts';

const begun: Begun = {
  origin: { z: [0.1, 0.2], seed: 7, conditions: 3 },
  amounts: new Map([
    ['aligned:density', 1.25],
    ['dir_1', -2],
  ]),
  before: {
    density: 0.1,
    reciprocity: null,
    clustering: 0.2,
    cv_out: 1,
    cv_in: 1,
    feed_forward: 0.1,
    cycles: 0.1,
    in_out_correlation: -0.2,
  },
};

test('sliders are read as they were told, through what travels', () => {
  const told = steering.parse(JSON.parse(JSON.stringify(sharedSteering(begun))));
  expect(readSteering(told)).toEqual(begun);
  const young = { ...begun, before: null };
  expect(readSteering(steering.parse(sharedSteering(young)))).toEqual(young);
});

test('none moved, too many and names that do not travel are told as nothing', () => {
  const amounts = (entries: [string, number][]) => ({ ...begun, amounts: new Map(entries) });
  expect(sharedSteering(null)).toBeUndefined();
  expect(sharedSteering(amounts([]))).toBeUndefined();
  expect(sharedSteering(amounts([['x'.repeat(81), 1]]))).toBeUndefined();
  const many = Array.from({ length: 33 }, (_, k): [string, number] => [`d${k}`, 1]);
  expect(sharedSteering(amounts(many))).toBeUndefined();
  expect(sharedSteering(amounts(many.slice(1)))).toBeDefined();
});

test('a slider that stands still or beyond its end is not read', () => {
  const told = { origin: begun.origin, amounts: { a: 0, b: 3, c: 1 }, before: null };
  expect([...readSteering(told).amounts]).toEqual([['c', 1]]);
});
