import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edgeOrder } from './edge-order.ts';

test('sorts by presynaptic, then postsynaptic neuron, and keeps the order of equal pairs', () => {
  const pair = fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 6 }));
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 60 }), (pairs) => {
      const order = edgeOrder(
        Int32Array.from(pairs, ([pre]) => pre),
        Int32Array.from(pairs, ([, post]) => post),
        7,
      );
      const expected = pairs
        .map(([pre, post], e) => ({ pre, post, e }))
        .sort((a, b) => a.pre - b.pre || a.post - b.post || a.e - b.e)
        .map(({ e }) => e);
      expect([...order]).toEqual(expected);
    }),
    { seed: 1 },
  );
});
