import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createFollowing, type Window } from './following.ts';
import { createStore } from './store.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const at = (clientId: number, following: number | null = null, id = String(clientId)): Window => ({
  ...{ clientId, following },
  user: { id },
});

it('waits for somebody who is away for a moment, and ends when they stay away', () => {
  const here = createStore<readonly Window[]>([at(7)]);
  const told: (number | null)[] = [];
  const following = createFollowing(1, here, (whom) => told.push(whom));
  following.follow(7);
  here.set([]);
  vi.advanceTimersByTime(4_000);
  here.set([at(7)]);
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
  const room = names.map((name) => at(idOf(name)));
  const shown = createStore<readonly Window[]>([...room]);
  const all = names.map((name, index) =>
    createFollowing(idOf(name), shown, (following) => {
      room[index] = at(idOf(name), following);
    }),
  );
  for (const [who, whom] of choices) {
    all[names.indexOf(who ?? '')]?.follow(idOf(whom));
    for (let round = 0; round < 3; round++) shown.set([...room]); // what people tell arrives a moment later
  }
  const still = names.filter((_name, index) => all[index]?.chosen.get() !== null);
  expect(still).toEqual([last]);
});

it('goes on in another window of the person whose window is closed or loaded anew, and not in one of somebody else', () => {
  const here = createStore<readonly Window[]>([at(7, null, 'ada'), at(5, null, 'ben')]);
  const following = createFollowing(1, here, () => undefined);
  following.follow(7);
  here.set([at(7, null, 'ada'), at(5, null, 'ben'), at(9, null, 'ada')]);
  expect(following.chosen.get()).toBe(7);
  here.set([at(5, null, 'ben'), at(9, null, 'ada')]);
  expect(following.chosen.get()).toBe(9);
  here.set([at(5, null, 'ben')]);
  here.set([at(5, null, 'ben'), at(11, null, 'ada')]); // a moment later
  expect(following.chosen.get()).toBe(11);
  here.set([at(5, null, 'ben')]);
  vi.advanceTimersByTime(5_000);
  expect(following.chosen.get()).toBeNull();
  following.stop();
});
