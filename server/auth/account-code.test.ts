import { expect, test } from 'vitest';
import { accountCode } from './account-code.ts';

test('a code is eight clear letters, the same for the same account and another for another', () => {
  const codes = Array.from({ length: 2000 }, (_, k) => accountCode(`user-${k}`));
  expect(codes.every((code) => /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/.test(code))).toBe(
    true,
  );
  expect(new Set(codes).size).toBe(codes.length);
  expect(accountCode('user-7')).toBe(codes[7]);
});
