import { placeIn, type Encoded } from './encoded.ts';
import type { Spread } from './spread.ts';

/**
 * Where circuits lie along a direction: steps of `vector` from `mean` to the nearest place on that line, in whitened
 * coordinates. One standard deviation of the data is 1 / length of such a step.
 */
export function stepsAlong(
  spread: Spread,
  mean: readonly number[],
  vector: readonly number[],
  encoded: Encoded,
): number[] {
  const weights = spread.timesInverse(vector);
  const dot = (v: readonly number[]) =>
    v.reduce((sum, value, d) => sum + value * (weights[d] ?? 0), 0);
  const [start, whole] = [dot(mean), dot(vector)];
  return encoded.circuits.map((circuit) => (dot(placeIn(encoded, circuit)) - start) / whole);
}
