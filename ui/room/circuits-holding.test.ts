import { expect, it } from 'vitest';
import { circuitsHolding } from './circuits-holding.ts';

const map = { circuits: 3, size: 2, members: Uint16Array.of(4, 7, 7, 9, 4, 9) };

it('finds the circuits that share the chosen neurons', () => {
  expect(circuitsHolding(map, 0, [])).toBeNull();
  expect(circuitsHolding(map, 0, [1])).toEqual(Uint32Array.of(0, 1));
  expect(circuitsHolding(map, 1, [0, 1])).toEqual(Uint32Array.of(1));
  const layout = {
    own: 2,
    sizes: Uint16Array.of(2, 3, 1),
    members: Uint32Array.of(0, 2, 5, 6),
    packed: Uint32Array.of(0, 1, 3, 4),
  };
  const several = { ...map, layout, members: Uint16Array.of(4, 7, 5, 7, 9, 9) };
  expect(circuitsHolding(several, 0, [1])).toEqual(Uint32Array.of(0, 1));
  expect(circuitsHolding(several, 1, [2])).toEqual(Uint32Array.of(1, 2));
});
