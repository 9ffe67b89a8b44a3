import { describe, expect, it } from 'vitest';
import { circuitOf } from '~/core/decoder/index.ts';
import { circlePlaces, forcePlaces, standardised, truePlaces } from './layout.ts';

/** Two cliques of four, joined by one edge. */
const cliques = circuitOf(8, [
  ...[0, 4].flatMap((from) =>
    [0, 1, 2, 3].flatMap((a) =>
      [0, 1, 2, 3].filter((b) => a !== b).map((b) => [from + a, from + b] as const),
    ),
  ),
  [0, 4],
]);

describe('force layout', () => {
  it('puts what is connected together', () => {
    const places = forcePlaces(cliques, circlePlaces(8), 300);
    const distance = (a: number, b: number) =>
      Math.hypot(
        (places[2 * a] ?? 0) - (places[2 * b] ?? 0),
        (places[2 * a + 1] ?? 0) - (places[2 * b + 1] ?? 0),
      );
    expect(Math.max(distance(1, 2), distance(5, 6))).toBeLessThan(distance(2, 6));
  });

  it('is without chance', () => {
    const once = forcePlaces(cliques, circlePlaces(8), 50);
    expect([...forcePlaces(cliques, circlePlaces(8), 50)]).toEqual([...once]);
  });
});

it('draws depth downward', () => {
  const neuron = { id: 'a', class: 'E', layer: '', type: '', x: 3, y: 120, z: 7 };
  expect([...truePlaces([neuron])]).toEqual([3, -120]);
});

it('standardises whatever the unit', () => {
  const one = standardised(Float64Array.of(0, 0, 2, 0, 0, 4));
  const same = standardised(Float64Array.of(100, 5, 2100, 5, 100, 4005));
  one.forEach((value, k) => expect(value).toBeCloseTo(same[k] ?? NaN, 9));
});
