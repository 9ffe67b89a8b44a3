import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchDepartures } from './departures.ts';
import { oneWindowEach } from './one-window-each.ts';
import type { RoomPerson } from './people-watch.ts';
import { createStore } from './store.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const one = (clientId: number, id: string, more: Partial<RoomPerson> = {}): RoomPerson => ({
  ...{ clientId, isMe: clientId === 1, activeAt: 0 },
  user: { id, name: id, color: '#009988' },
  ...{ cursor: null, probe: null, view: null, following: null },
  ...more,
});
const me = one(1, 'me');
const enter = () => {
  const people = createStore<readonly RoomPerson[]>([]);
  const state = { amIn: true };
  const { left, stop } = watchDepartures(people, () => state.amIn);
  return { people, state, stop, names: () => left.get().map(({ name }) => name) };
};

it('says for a minute who has left, unless they come back', () => {
  const { people, names, stop } = enter();
  people.set([me, one(2, 'ada'), one(3, 'ben')]);
  people.set([me, one(3, 'ben')]);
  expect(names()).toEqual(['ada']);
  people.set([me]);
  expect(names()).toEqual(['ada', 'ben']);
  people.set([me, one(4, 'ada')]);
  expect(names()).toEqual(['ben']);
  vi.advanceTimersByTime(60_000);
  expect(names()).toEqual([]);
  stop();
});

it('somebody who closes one of two windows has not left, and neither have I', () => {
  const { people, names, stop } = enter();
  people.set([me, one(2, 'ada'), one(3, 'ada'), one(4, 'me')]);
  people.set([me, one(3, 'ada')]);
  expect(names()).toEqual([]);
  stop();
});

it('where my own line broke, nobody has left', () => {
  const { people, state, names, stop } = enter();
  people.set([me, one(2, 'ada')]);
  state.amIn = false;
  people.set([me]);
  state.amIn = true;
  people.set([me, one(3, 'ben')]);
  expect(names()).toEqual([]);
  stop();
});

it('somebody in two windows is one, in the window that moved last, and not the idle one', () => {
  const [early, late] = [one(2, 'ada', { activeAt: 5 }), one(3, 'ada', { activeAt: 9 })];
  const own = one(4, 'me', { activeAt: 99 });
  const shown = (people: RoomPerson[], following: number | null = null) =>
    oneWindowEach([me, ...people], following, 'me').map(({ clientId }) => clientId);
  expect(shown([early, late, own])).toEqual([3]);
  expect(shown([early, late, own], 2)).toEqual([2]);
  expect(shown([early, { ...late, idle: true }])).toEqual([2]);
});
