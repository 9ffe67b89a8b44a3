import { expect, it } from 'vitest';
import type { Pin } from '~/core/contracts/index.ts';
import type { LatentMap } from '~/core/latent/index.ts';
import { pinFits, wires } from './pin-fits.ts';

const layout = {
  own: 3,
  sizes: Uint16Array.of(3, 5),
  members: Uint32Array.of(0, 3, 8),
  packed: Uint32Array.of(0, 2, 6),
};
const pinOf = (n: number, conditions: number): Pin => {
  const probe = { z: [0], seed: 1, conditions };
  return { n, probe, model: 'one' } as Pin;
};

it('a pin wires the circuit it names, of whatever size that is', () => {
  const map = { circuits: 2, size: 3, layout } as LatentMap;
  expect(wires(pinOf(3, 0), map)).toBe(true);
  expect(wires(pinOf(5, 1), map)).toBe(true);
  expect(wires(pinOf(3, 1), map)).toBe(false);
  expect(wires(pinOf(3, 2), map)).toBe(false);
  expect(pinFits(pinOf(5, 1), map, 'one')).toBe(true);
  expect(pinFits(pinOf(5, 1), map, 'another')).toBe(false);
});
