import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Follower } from '~/core/collab/index.ts';
import { createFollowing } from './following.ts';
import { createStore } from './store.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('waits for somebody who is away for a moment, and ends when they stay away', () => {
  const here = createStore([{ clientId: 7, following: null }]);
  const told: (number | null)[] = [];
  const following = createFollowing(1, here, (whom) => told.push(whom));
  following.follow(7);
  here.set([]);
  vi.advanceTimersByTime(4_000);
  here.set([{ clientId: 7, following: null }]);
  vi.advanceTimersByTime(60_000);
  expect(following.chosen.get()).toBe(7);
  here.set([]);
  vi.advanceTimersByTime(5_000);
  expect(following.chosen.get()).toBeNull();
  expect(told).toEqual([7, null]);
  following.stop();
});

it.each([
  ['two', ['ab', 'ba'], 'b'],
  ['three', ['ab', 'bc', 'ca'], 'c'],
])('in a circle of %s the last to choose goes on following', (_, choices, last) => {
  const names = [...new Set(choices.join(''))];
  const idOf = (name = '') => name.charCodeAt(0);
  const room: Follower[] = names.map((name) => ({ clientId: idOf(name), following: null }));
  const shown = createStore<readonly Follower[]>([...room]);
  const all = names.map((name, index) =>
    createFollowing(idOf(name), shown, (following) => {
      room[index] = { clientId: idOf(name), following };
    }),
  );
  for (const [who, whom] of choices) {
    all[names.indexOf(who ?? '')]?.follow(idOf(whom));
    for (let round = 0; round < 3; round++) shown.set([...room]); // what people tell arrives a moment later
  }
  const still = names.filter((_name, index) => all[index]?.chosen.get() !== null);
  expect(still).toEqual([last]);
});
