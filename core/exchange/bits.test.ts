import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packAdjacency, packBits, unpackAdjacency, unpackBits } from './bits.ts';

test('the lowest bit of a byte comes first, rows are presynaptic', () => {
  // 0 -> 1 alone in a circuit of two: row 0, column 1, bit 1
  expect([...packBits(Uint8Array.from([0, 1, 0, 0]))]).toEqual([2]);
  // numpy.packbits([1,0,0,0,0,0,0,0,1], bitorder='little') -> [1, 1]
  expect([...packBits(Uint8Array.from([1, 0, 0, 0, 0, 0, 0, 0, 1]))]).toEqual([1, 1]);
  expect(packAdjacency(Uint8Array.from([0, 1, 0, 0]))).toBe('Ag==');
});

test('packing and unpacking are inverse for circuits of any size', () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 0, max: 40 })
        .chain((n) =>
          fc.tuple(fc.constant(n), fc.array(fc.nat(1), { minLength: n * n, maxLength: n * n })),
        ),
      ([n, values]) => {
        const adjacency = Uint8Array.from(values);
        expect(unpackAdjacency(packAdjacency(adjacency), n)).toEqual(adjacency);
      },
    ),
  );
});

test('bits of another size are refused', () => {
  expect(() => unpackBits(new Uint8Array(2), 4)).toThrow(RangeError);
  expect(() => unpackAdjacency('Ag==', 5)).toThrow(RangeError);
});
