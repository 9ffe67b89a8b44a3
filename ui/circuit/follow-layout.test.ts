import { expect, it } from 'vitest';
import { circuitOf } from '~/core/decoder/index.ts';
import { follow } from './follow-layout.ts';

const neurons = [0, 1, 2, 3].map((i) => ({
  id: String(i),
  class: 'E',
  layer: '',
  type: '',
  x: 10 * i * i,
  y: 100 + i,
  z: 0,
}));
const before = { circuit: circuitOf(4, [[0, 1]]), neurons, hasPositions: true };
const after = {
  ...before,
  circuit: circuitOf(4, [
    [0, 1],
    [2, 3],
  ]),
};

it('keeps true positions while the circuit changes', () => {
  const first = follow(null, 'positions', before);
  expect(follow(first, 'positions', after).places).toBe(first.places);
});

it('lets a force layout follow a new circuit in small steps', () => {
  const first = follow(null, 'force', before);
  const next = follow(first, 'force', after);
  const far = follow(null, 'force', after);
  const moved = (to: Float64Array) =>
    Math.max(...to.map((value, k) => Math.abs(value - (first.places[k] ?? 0))));
  expect(moved(next.places)).toBeGreaterThan(0);
  expect(moved(next.places)).toBeLessThan(moved(far.places));
});

it('starts from a circle where there are no positions', () => {
  const bare = { ...before, hasPositions: false };
  expect(follow(null, 'positions', bare).places).not.toEqual(
    follow(null, 'positions', before).places,
  );
});
