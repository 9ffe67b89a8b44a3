import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainNumber } from './plain-number.ts';

test.each([
  ['12', 12],
  ['-0.5', -0.5],
  ['+3.', 3],
  ['.25', 0.25],
  ['007', 7],
  ['1e-3', 0.001],
  ['6.02E23', 6.02e23],
])('%s is a number', (cell, value) => {
  expect(plainNumber(cell)).toBe(value);
});

test.each([
  ...['0x10', '0X1f', '0b1', '0o7', '1_000', '1,5', '1 000', '12 µm', '~12', '12abc', '--1', '1-'],
  ...['', ' ', '.', 'e5', '1e', '1e+', 'Infinity', '-Infinity', 'NaN', 'null', '1e999', '1e39'],
  ...['１２', '12n', '1e5.5', '(12)', '12\n13'],
])('%j is none', (cell) => {
  expect(plainNumber(cell)).toBeNaN();
});

test('whatever number a table was written from is read back as it was', () => {
  fc.assert(
    fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(plainNumber(String(value))).toBe(value === 0 ? Number(String(value)) : value);
    }),
  );
});
