import { expect, it } from 'vitest';
import { metricIds } from '../contracts/model.ts';
import { circuitOf } from '../decoder/circuit.ts';
import { measure } from '../metrics/index.ts';
import { randomSubject } from '../metrics/structure.vectors.ts';
import { Generator, streams } from '../random.ts';
import { metricsOfCounts } from './counted-metrics.ts';
import { MovingCounts } from './moving-counts.ts';

/** The counts' metrics are those that core/metrics measures of the same circuit, not defined ones included. */
function expectSame(counts: MovingCounts): void {
  const measured = measure(counts);
  const counted = metricsOfCounts(counts);
  metricIds.forEach((id, k) => {
    const value = measured[id];
    if (value === null) expect(counted[k], id).toBeNaN();
    else expect(Math.abs((counted[k] ?? NaN) - value), id).toBeLessThan(1e-12);
  });
}

it('counts a feed-forward triangle and then a loop of three', () => {
  const counts = new MovingCounts(
    circuitOf(3, [
      [0, 1],
      [1, 2],
      [0, 2],
    ]),
  );
  expect(counts).toMatchObject({ edges: 3, corners: 6, paths: 1, feedForward: 1, cyclic: 0 });
  counts.setPair(0, 2, 2); // 2 -> 0 instead of 0 -> 2
  expect(counts).toMatchObject({ edges: 3, corners: 6, paths: 3, feedForward: 0, cyclic: 3 });
  counts.setPair(0, 2, 3);
  expect(counts).toMatchObject({ edges: 4, reciprocated: 2, corners: 6 });
});

it.each([
  [2, 1],
  [5, 2],
  [33, 3],
  [64, 4],
])('after thousands of random changes it is the same as counting anew, n %i', (n, seed) => {
  const random = new Generator(seed, streams.bench, 30);
  const counts = new MovingCounts(randomSubject(n, seed, 0.05).circuit);
  expectSame(counts);
  for (let change = 0; change < 4000; change++) {
    const i = random.nextInt(n - 1);
    const j = i + 1 + random.nextInt(n - 1 - i);
    // Few connections, so that circuits without any come up in the small ones.
    counts.setPair(i, j, random.nextUniform() < 0.7 ? 0 : random.nextInt(4));
    if (change % (n > 32 ? 50 : 1) === 0) expectSame(counts);
  }
  expectSame(counts);
});

it('keeps self-edges and counts none of them', () => {
  const counts = new MovingCounts(
    circuitOf(3, [
      [1, 1],
      [0, 1],
    ]),
  );
  expect(counts.edges).toBe(1);
  expect(counts.adjacency[4]).toBe(1);
  expectSame(counts);
});
