import { expect, test } from 'vitest';
import { RateLimiter } from './rate-limit.ts';

const limit = { perMinute: 6 };

test('a rush passes up to the limit, then one every ten seconds', () => {
  const limiter = new RateLimiter();
  const rush = Array.from({ length: 8 }, () => limiter.take('ada', limit, 0));
  expect(rush).toEqual([0, 0, 0, 0, 0, 0, 10, 10]);
  expect(limiter.take('ada', limit, 9_000)).toBe(1);
  expect(limiter.take('ada', limit, 10_001)).toBe(0);
  expect(limiter.take('ada', limit, 10_002)).toBe(10);
});

test('one asker does not use up the share of another, and rest refills to the limit, not above', () => {
  const limiter = new RateLimiter();
  for (let i = 0; i < 6; i++) limiter.take('ada', limit, 0);
  expect(limiter.take('ben', limit, 0)).toBe(0);
  const later = Array.from({ length: 7 }, () => limiter.take('ada', limit, 3_600_000));
  expect(later).toEqual([0, 0, 0, 0, 0, 0, 10]);
});
