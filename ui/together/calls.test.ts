import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createCalls } from './calls.ts';
import type { RoomPerson } from './people-watch.ts';
import { createStore } from './store.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const one = (clientId: number, id: string, calling?: number): RoomPerson => ({
  ...{ clientId, isMe: clientId === 1, activeAt: 0, calling },
  user: { id, name: id, color: '#009988' },
  ...{ cursor: null, probe: null, view: null, following: null },
});
const enter = () => {
  const people = createStore<readonly RoomPerson[]>([one(1, 'me')]);
  const told: unknown[] = [];
  const calls = createCalls(1, people, (change) => told.push(change));
  return { people, told, calls };
};

it('who was told no is not heard for a minute, others are', () => {
  const { people, told, calls } = enter();
  people.set([one(1, 'me'), one(2, 'ada', 5)]);
  expect(calls.offer.get()?.user.id).toBe('ada');
  calls.decline();
  expect(told).toEqual([{ declined: 5 }]);
  expect(calls.offer.get()).toBeNull();
  people.set([one(1, 'me'), one(2, 'ada', 6), one(3, 'ben', 4)]);
  expect(calls.offer.get()?.user.id).toBe('ben');
  people.set([one(1, 'me'), one(2, 'ada', 6)]);
  expect(calls.offer.get()).toBeNull();
  vi.advanceTimersByTime(60_000);
  people.set([one(1, 'me'), one(2, 'ada', 7)]);
  expect(calls.offer.get()?.calling).toBe(7);
  calls.stop();
});

it('a call stands five minutes, or until it is ended, and is told once each time', () => {
  const { told, calls } = enter();
  calls.call();
  const first = calls.calling.get();
  expect(told).toEqual([{ calling: first }]);
  vi.advanceTimersByTime(299_000);
  expect(calls.calling.get()).toBe(first);
  vi.advanceTimersByTime(1_000);
  expect(calls.calling.get()).toBeNull();
  expect(told.at(-1)).toEqual({ calling: undefined });
  calls.call();
  expect(calls.calling.get()).not.toBe(first);
  calls.stopCalling();
  calls.stopCalling();
  expect(told).toHaveLength(4);
  calls.stop();
});

it('an offer goes with who made it', () => {
  const { people, calls } = enter();
  people.set([one(1, 'me'), one(2, 'ada', 5)]);
  people.set([one(1, 'me')]);
  expect(calls.offer.get()).toBeNull();
  calls.decline(); // a moment too late
  calls.stop();
});
