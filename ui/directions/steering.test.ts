import { expect, test } from 'vitest';
import { isHeld, steeredPlace, withAmount, type Steering } from './steering.ts';

const known = [
  { id: 'a', vector: [1, 0.5, 0] },
  { id: 'b', vector: [0, -1, 2] },
];
const origin = { z: [0.1, 0.2, 0.3], seed: 7, conditions: 3 };
const rest: Steering = { origin, amounts: new Map() };
const rounded = (z: number[]) => z.map((value) => Math.round(value * 1e4) / 1e4);

test('the place is where one stood and the sum of the steps, in whatever order the sliders moved', () => {
  const one = withAmount(withAmount(rest, 'a', 2), 'b', -0.5);
  const other = withAmount(withAmount(withAmount(rest, 'b', 1), 'a', 2), 'b', -0.5);
  [2.1, 1.7, -0.7].forEach((value, d) => {
    expect(steeredPlace(one, known)[d]).toBeCloseTo(value, 12);
    expect(steeredPlace(other, known)[d]).toBeCloseTo(value, 12);
  });
  expect(steeredPlace(withAmount(withAmount(rest, 'a', 1.3), 'a', 0), known)).toEqual(origin.z);
});

test('steering holds while the probe is where it led, to the decimals a probe keeps', () => {
  const steering = withAmount(rest, 'a', 1 / 3);
  const z = rounded(steeredPlace(steering, known));
  expect(isHeld(steering, { ...origin, z }, known)).toBe(true);
  expect(isHeld(steering, { ...origin, z: [z[0] ?? 0, z[1] ?? 0, 0.301] }, known)).toBe(false);
  expect(isHeld(steering, { ...origin, z, seed: 8 }, known)).toBe(false);
  expect(isHeld(steering, { ...origin, z, conditions: 4 }, known)).toBe(false);
  expect(isHeld(steering, { ...origin, z }, [])).toBe(false);
});
