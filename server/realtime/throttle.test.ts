import { expect, it } from 'vitest';
import { Throttle } from './throttle.ts';

it('lets a burst through, then makes wait as long as the rate says', () => {
  const throttle = new Throttle(100, 10, 0);
  for (let i = 0; i < 10; i++) expect(throttle.take(1, 0)).toBe(0);
  expect(throttle.take(1, 0)).toBe(10);
  expect(throttle.take(1, 20)).toBe(0);
  expect(throttle.take(10, 1_000)).toBe(0);
});
