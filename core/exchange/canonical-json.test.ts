import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

test('keys are ordered at every depth, arrays keep their order', () => {
  expect(canonicalJson({ b: [{ d: 1, c: null }, 2], a: 1e-7 })).toBe(
    '{"a":1e-7,"b":[{"c":null,"d":1},2]}',
  );
});

test('the text does not depend on the order of keys and says the same value', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(turned)).toBe(canonicalJson(value));
      expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
    }),
  );
});
