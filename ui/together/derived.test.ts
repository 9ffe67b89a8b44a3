import { expect, it } from 'vitest';
import { derived, sameElements } from './derived.ts';
import { createStore } from './store.ts';

it('keeps its object while what it picks stays the same', () => {
  const store = createStore([1, 2, 3]);
  const even = derived(store, (all) => all.filter((one) => one % 2 === 0), sameElements);
  const first = even.get();
  expect(first).toEqual([2]);
  store.set([5, 2, 7]);
  expect(even.get()).toBe(first);
  store.set([2, 4]);
  expect(even.get()).toEqual([2, 4]);
});

it('picks once for each value of the store', () => {
  let picked = 0;
  const store = createStore(1);
  const next = derived(store, (value) => {
    picked++;
    return { value };
  });
  expect(next.get()).toBe(next.get());
  store.set(2);
  expect(next.get()).toEqual({ value: 2 });
  expect(picked).toBe(2);
});
