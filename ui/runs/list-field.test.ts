import { expect, it } from 'vitest';
import { parseNumbers } from './list-field.tsx';

it('reads numbers however they are separated, and refuses anything else', () => {
  expect(parseNumbers('1, 1.3 2;3')).toEqual([1, 1.3, 2, 3]);
  expect(parseNumbers('-0.5')).toEqual([-0.5]);
  for (const text of ['', ' , ', '1, two', '1e999']) expect(parseNumbers(text)).toBeNull();
  expect(parseNumbers(' , ', true)).toEqual([]);
  expect(parseNumbers('1, two', true)).toBeNull();
});
