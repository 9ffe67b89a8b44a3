import { expect, it } from 'vitest';
import { nowhereWords } from './climb-words.ts';

it('names the cause, and held metrics only where there are any', () => {
  expect(nowhereWords('level', true)).toBe('no way from here that holds the rest');
  expect(nowhereWords('level', false)).toBe('no way from here that changes it');
  for (const holds of [true, false]) {
    expect(nowhereWords('edge of the data', holds)).toContain('out of the data');
    expect(nowhereWords('not defined', holds)).toContain('not defined here');
  }
});
