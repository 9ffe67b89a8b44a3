import { expect, it } from 'vitest';
import { seed } from '~/core/contracts/index.ts';
import { isSeedText, lastSeed, typedSeed } from './typed-seed.ts';

it('the last individual is the last that may be shared', () => {
  expect(seed.safeParse(lastSeed).success).toBe(true);
  expect(seed.safeParse(lastSeed + 1).success).toBe(false);
});

it('the field may be emptied and takes digits only', () => {
  expect(['', '1', '17', '4294967295', String(lastSeed)].every(isSeedText)).toBe(true);
  expect(['0x10', '1e3', '-1', '1.5', ' 7', '1'.repeat(17)].some(isSeedText)).toBe(false);
});

it.each([
  ['42', 42],
  ['007', 7],
  [String(lastSeed), lastSeed],
  ['9007199254740992', null],
  ['', null],
  ['0x10', null],
  ['1e3', null],
])('"%s" names individual %s', (text, named) => {
  expect(typedSeed(text)).toBe(named);
});
