import { expect, test } from 'vitest';
import type { DirectionProtocol } from '../contracts/direction.ts';
import { stepsAlong } from './along.ts';
import { spreadOut } from './decode.ts';
import { packSelection } from './selection.ts';
import { covarianceOf, meanOf } from './encoded.ts';
import { linearWorld } from './linear-world.ts';
import { Spread } from './spread.ts';
import { foldsOf, testCircuits, usedCircuits, usualShown, usualTest } from './test-circuits.ts';

/** 60 training circuits, 20 for validation, 40 for tests, as a map has them. */
const map = foldsOf({ train: 60, validation: 20, test: 40 });
const aligned: DirectionProtocol = { kind: 'aligned', metric: 'density', circuits: 60 };
const tests = Array.from({ length: 40 }, (_, k) => 80 + k);

test('only circuits of the test fold, each once, and none that effects are measured on', () => {
  const { circuits, unseen } = testCircuits(map, aligned);
  expect(unseen).toBe(true);
  expect(circuits).toHaveLength(16);
  const shown = new Set(spreadOut(tests, usualShown));
  for (const circuit of circuits) {
    expect(tests).toContain(circuit);
    expect(shown.has(circuit)).toBe(false);
  }
  expect(new Set(circuits).size).toBe(16);
  const large = testCircuits(foldsOf({ train: 60, validation: 20, test: 400 }), aligned);
  expect(large.circuits).toHaveLength(usualTest.circuits);
});

test('where few remain, those that effects are measured on are taken too, and it is said', () => {
  const small = testCircuits(foldsOf({ train: 60, validation: 20, test: 24 }), aligned);
  expect(small.unseen).toBe(false);
  expect(small.circuits).toHaveLength(24);
});

test('what a direction was found by is left out, also where a map lacks folds', () => {
  const chosen = packSelection([0, 1, 90, 91, 92], 120);
  const difference: DirectionProtocol = { kind: 'difference', towards: chosen, from: [2, 100] };
  const left = testCircuits(map, difference).circuits;
  expect([90, 91, 92, 100].some((circuit) => left.includes(circuit))).toBe(false);
  const corrections = {
    ...{ circuits: 48, individuals: 2, seed: 1, steps: [-2, 0, 2] },
    ...{ enough: 0.2, most: 8, bolder: 0.2, better: 0.95, farthest: 2.5 },
  };
  const purified: DirectionProtocol = {
    ...{ kind: 'purified', metric: 'density', held: [], ridge: 1, step: 1, circuits: 16 },
    ...{ individuals: 4, reach: 1, refined: 1, seed: 7, corrections },
  };
  expect(usedCircuits(map, purified).size).toBe(20);
  // Without a validation fold it was corrected on circuits taken from all of them.
  const none = foldsOf({ train: 80, validation: 0, test: 40 });
  const used = usedCircuits(none, purified);
  expect(tests.some((circuit) => used.has(circuit))).toBe(true);
  expect(testCircuits(none, purified).circuits.some((circuit) => used.has(circuit))).toBe(false);
});

test('a map without enough test circuits tests nothing', () => {
  const without = foldsOf({ train: 60, validation: 20, test: 7 });
  expect(() => testCircuits(without, aligned)).toThrow('7 test circuits');
  const unfolded = foldsOf({ train: 0, validation: 0, test: 100 });
  expect(() => testCircuits(unfolded, aligned)).toThrow('0 test circuits');
});

test('steps along a direction: a circuit moved by one lies one further, and the data spread by 1 / length', () => {
  const { encoded } = linearWorld([[1, 0, 0, 0]]);
  const spread = new Spread(covarianceOf(encoded));
  const vector = [0.4, 1, -0.2, 0.3];
  const at = stepsAlong(spread, meanOf(encoded), vector, encoded);
  const mean = at.reduce((sum, value) => sum + value / at.length, 0);
  const sd = Math.sqrt(at.reduce((sum, value) => sum + (value - mean) ** 2 / at.length, 0));
  expect(mean).toBeCloseTo(0, 9);
  expect(sd).toBeCloseTo(1 / spread.lengthOf(vector), 4);
  const moved = {
    ...encoded,
    z: Array.from(encoded.z, (value, k) => value + (vector[k % 4] ?? 0)),
  };
  stepsAlong(spread, meanOf(encoded), vector, moved).forEach((value, k) =>
    expect(value - (at[k] ?? 0)).toBeCloseTo(1, 6),
  );
});
