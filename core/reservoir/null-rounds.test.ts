import { expect, test } from 'vitest';
import { circuitOf } from '../decoder/circuit.ts';
import { randomSubject } from '../metrics/structure.vectors.ts';
import { nullModelOf } from '../nulls/index.ts';
import {
  besideNullScores,
  defaultProtocol,
  nullRounds,
  reservoirCurve,
  reservoirWeights,
  type NullScore,
} from './index.ts';

const protocol = defaultProtocol('memory', {
  train: 200,
  test: 200,
  values: [0.3, 0.6, 0.9],
  inputSeeds: [1, 2],
});
const subject = randomSubject(16, 4, 0.2);
const model = nullModelOf('degree');
const asked = { subject, model, protocol, values: [0.9, 0.3], draws: 3, seed: 1 };

test('the wanted value comes first and whole, and a score is that of the drawn circuit under the same inputs', () => {
  const told = [...nullRounds(asked)];
  expect(told.map(({ value, draw }) => `${value} ${draw}`)).toEqual([
    '0.9 0',
    '0.9 1',
    '0.9 2',
    '0.3 0',
    '0.3 1',
    '0.3 2',
  ]);
  const draw = model.prepare(subject);
  if (typeof draw !== 'function') throw new Error('nothing is drawn');
  const inhibitory = subject.classes.map((one) => one === 'I');
  const weights = reservoirWeights(draw(1, 2), inhibitory);
  const [point] = reservoirCurve(weights, { ...protocol, values: [0.9] });
  const [first = 0, second = 0] = point?.scores ?? [];
  expect(told[2]?.score).toBeCloseTo((first + second) / 2, 12);
});

test('a null that gives the circuit back has no spread, and so no distance', () => {
  const ring = circuitOf(
    6,
    Array.from({ length: 6 }, (_, i) => [i, (i + 1) % 6] as const),
  );
  const same = { ...model, prepare: () => () => ring };
  const own = [...reservoirCurve(reservoirWeights(ring), { ...protocol, values: [0.9] })];
  const nulls = [...nullRounds({ ...asked, subject: { circuit: ring }, model: same })];
  const { value, mean, z } = besideNullScores(
    own[0]?.scores ?? [],
    nulls.filter((one) => one.value === 0.9).map(({ score }) => score),
  );
  expect(mean).toBeCloseTo(Number(value), 12);
  expect(z).toEqual({ notDefined: 'the same in every draw of the null' });
});

test('a draw without cycles has no score and does not count; a null that lacks what it needs says so', () => {
  const chain = circuitOf(4, [
    [0, 1],
    [1, 2],
    [2, 3],
  ]);
  const acyclic = { ...model, prepare: () => () => chain };
  const scores = [...nullRounds({ ...asked, model: acyclic })].map(({ score }) => score);
  expect(new Set(scores)).toEqual(new Set([null]));
  expect(besideNullScores([1, 2], scores).defined).toBe(0);
  const rounds = nullRounds({
    ...asked,
    model: { ...model, prepare: () => ({ notDefined: 'no positions' }) },
  });
  expect(rounds.next()).toEqual({ done: true, value: { notDefined: 'no positions' } });
});

test('before the circuit itself is scored there is a band and no distance', () => {
  const nulls: NullScore[] = [...nullRounds(asked)];
  const { z, defined } = besideNullScores(
    [],
    nulls.map(({ score }) => score),
  );
  expect(defined).toBe(6);
  expect(z).toEqual({ notDefined: 'it has not been scored' });
});
