import { expect, test } from 'vitest';
import { circuitSelection, directionProtocol, mostSelectable } from '../contracts/direction.ts';
import { packSelection, selectedCircuits, selectedCount } from './selection.ts';

test('a selection is read as it was stored, whatever its size', () => {
  for (const circuits of [[0], [1, 7, 8, 9, 4099], Array.from({ length: 4100 }, (_, k) => k)]) {
    const packed = circuitSelection.parse(packSelection(circuits, 4100));
    expect(selectedCircuits(packed)).toEqual(circuits);
    expect(selectedCount(packed)).toBe(circuits.length);
    expect(packed.bits.length).toBeLessThan(700);
  }
});

test('the largest map takes as much as the contract lets through, a larger one is refused in words', () => {
  const all = Array.from({ length: mostSelectable }, (_, k) => k);
  const towards = packSelection(all, mostSelectable);
  const from = packSelection([3], mostSelectable);
  expect(directionProtocol.parse({ kind: 'difference', towards, from })).toBeDefined();
  expect(() => packSelection([3], mostSelectable + 1)).toThrow(
    'This map has 200001 circuits; selections can be kept of maps of at most 200000.',
  );
  expect(() => packSelection([5], 5)).toThrow('no circuit 5');
});

test('bits that are not those of the count, of the map, or none are refused', () => {
  const good = packSelection([1, 2, 3], 20);
  for (const wrong of [{ circuits: 2 }, { of: 40 }, { bits: '???' }, { bits: '', circuits: 0 }])
    expect(circuitSelection.safeParse({ ...good, ...wrong }).success).toBe(false);
});

test('lists of circuits, as they were kept before, are still read', () => {
  const old = directionProtocol.parse({ kind: 'difference', towards: [4, 9], from: [1] });
  if (old.kind !== 'difference') throw new Error('it is a difference');
  expect(selectedCircuits(old.towards)).toEqual([4, 9]);
  expect(selectedCount(old.from)).toBe(1);
});
