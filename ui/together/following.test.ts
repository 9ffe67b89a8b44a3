import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createFollowing } from './following.ts';
import { createStore } from './store.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('waits for somebody who is away for a moment, and ends when they stay away', () => {
  const here = createStore([{ clientId: 7 }]);
  const told: (number | null)[] = [];
  const following = createFollowing(1, here, (whom) => told.push(whom));
  following.follow(7);
  here.set([]);
  vi.advanceTimersByTime(4_000);
  here.set([{ clientId: 7 }]);
  vi.advanceTimersByTime(60_000);
  expect(following.chosen.get()).toBe(7);
  here.set([]);
  vi.advanceTimersByTime(5_000);
  expect(following.chosen.get()).toBeNull();
  expect(told).toEqual([7, null]);
  following.stop();
});
