import { expect, test } from 'vitest';
import type { ReservoirTaskId } from '../contracts/reservoir.ts';
import { defaultProtocol, reservoirCurve, reservoirWeights } from '../reservoir/index.ts';
import { functionScore } from './function-score.ts';

const ring = { n: 6, adjacency: new Uint8Array(36) };
for (let i = 0; i < 6; i++) ring.adjacency[i * 6 + ((i + 1) % 6)] = 1;
const protocol = (task: ReservoirTaskId) =>
  defaultProtocol(task, { values: [0.9, 1.5], inputSeeds: [1, 2, 3], train: 300, test: 300 });

test('the score is the mean over inputs of the curve at its first value, with the signs of the classes', () => {
  const classes = ['E', 'I', 'E', 'E', 'E', 'E'];
  const weights = reservoirWeights(
    ring,
    classes.map((one) => one === 'I'),
  );
  const [first] = reservoirCurve(weights, protocol('memory'));
  const mean = (first?.scores.reduce((sum, one) => sum + one, 0) ?? NaN) / 3;
  expect(functionScore(ring, classes, protocol('memory'))).toBeCloseTo(mean, 12);
  expect(functionScore(ring, new Array<string>(6).fill('E'), protocol('memory'))).not.toBe(mean);
});

test('a circuit without cycles has no score', () => {
  const chain = { n: 3, adjacency: Uint8Array.of(0, 1, 0, 0, 0, 1, 0, 0, 0) };
  expect(functionScore(chain, ['E', 'E', 'E'], protocol('memory'))).toBeNaN();
});
