import { expect, test } from 'vitest';
import { heldOutFit } from './held-out-fit.ts';
import { linearWorld } from './linear-world.ts';
import { foretold, regress } from './regression.ts';

const { encoded, scores } = linearWorld([
  [0.5, -1, 2, 0.25],
  [1, 0, 0, 3],
]);
const [first = [], second = []] = scores;
const fitted = { ...encoded, circuits: encoded.circuits.slice(0, 200) };
const heldOut = { ...encoded, circuits: encoded.circuits.slice(200) };

test('a linear score is foretold on other circuits, whatever its level', () => {
  const raised = first.map((value) => value + 7);
  const found = regress(fitted, raised);
  expect(found.intercept).toBeCloseTo(7, 6);
  expect(foretold(found, encoded, 300)).toBeCloseTo(raised[300] ?? NaN, 6);
  const fit = heldOutFit(found, heldOut, raised);
  expect(fit.r2).toBeCloseTo(1, 6);
  expect(fit.circuits).toBe(200);
});

test('R² is what the formula says, below zero for weights of another score, and skips what is not defined', () => {
  const found = regress(fitted, first);
  expect(heldOutFit(found, heldOut, second).r2).toBeLessThan(0);
  const { z, dimensions } = { z: [0, 1, 2, 3], dimensions: 1 };
  const line = regress({ z, dimensions, circuits: [0, 1, 2] }, [0, 1, 2]);
  const off = heldOutFit(line, { z, dimensions, circuits: [0, 1, 2, 3] }, [1, 1, 2, NaN]);
  expect(off.r2).toBeCloseTo(1 - 1 / (2 / 3), 6);
  expect(off.circuits).toBe(3);
});

test('too few held-out circuits, or one score for all, judge nothing', () => {
  const found = regress(fitted, first);
  expect(() => heldOutFit(found, { ...heldOut, circuits: [1, 2] }, first)).toThrow(RangeError);
  expect(() =>
    heldOutFit(
      found,
      heldOut,
      first.map(() => 1),
    ),
  ).toThrow(RangeError);
});
