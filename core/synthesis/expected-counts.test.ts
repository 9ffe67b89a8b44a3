import { expect, it } from 'vitest';
import { metricIds } from '../contracts/model.ts';
import { exampleLogits } from '../decoder/draw.vectors.ts';
import { pairStates, type PairLogits } from '../decoder/pair-probabilities.ts';
import { measure } from '../metrics/index.ts';
import { randomSubject } from '../metrics/structure.vectors.ts';
import { metricsOfCounts, type MetricCounts } from './counted-metrics.ts';
import { expectedCounts } from './expected-counts.ts';
import { MovingCounts } from './moving-counts.ts';

it('of connections that are certain, expected metrics are the measured ones', () => {
  const { circuit } = randomSubject(24, 5, 0.15);
  const lo = Float32Array.from(circuit.adjacency, (bit) => (bit ? 60 : -60));
  const logits = { n: 24, lo, rho: new Float32Array(24 * 24) };
  const expected = metricsOfCounts(expectedCounts(logits));
  metricIds.forEach((id, k) => expect(expected[k], id).toBeCloseTo(measure(circuit)[id] ?? NaN, 9));
});

it('is the mean over all circuits of four neurons, each with its probability', () => {
  const logits = exampleLogits(4, 11);
  const sums: Record<string, number> = {};
  everyCircuit(logits, (counts, chance) => {
    for (const name of names) sums[name] = (sums[name] ?? 0) + chance * counts[name];
  });
  const expected = expectedCounts(logits);
  for (const name of names) expect(expected[name], name).toBeCloseTo(sums[name] ?? NaN, 10);
});

const names = [
  'edges',
  'reciprocated',
  'corners',
  'wedges',
  'paths',
  'feedForward',
  'cyclic',
  'outSquares',
  'inSquares',
  'inOut',
  'edgesSquared',
] as const satisfies readonly (keyof MetricCounts)[];

/** All 4^6 ways to connect the six pairs. */
function everyCircuit(logits: PairLogits, visit: (counts: MovingCounts, chance: number) => void) {
  const { n } = logits;
  const pairs = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n - 1 - i }, (_, k) => [i, i + 1 + k] as const),
  ).flat();
  const states = pairs.map(([i, j]) => {
    const chances = new Float64Array(4);
    pairStates(logits, i, j, chances);
    return chances;
  });
  const counts = new MovingCounts({ n, adjacency: new Uint8Array(n * n) });
  for (let code = 0; code < 4 ** pairs.length; code++) {
    let chance = 1;
    pairs.forEach(([i, j], k) => {
      const state = (code >> (2 * k)) & 3;
      counts.setPair(i, j, state);
      chance *= states[k]?.[state] ?? 0;
    });
    visit(counts, chance);
  }
}
