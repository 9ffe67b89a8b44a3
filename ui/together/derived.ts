import type { Watched } from './store.ts';

/** What is picked from a store; it keeps its object, and so its watchers their rendering, until it is another. */
export function derived<A, B>(
  store: Watched<A>,
  pick: (value: A) => B,
  same: (before: B, now: B) => boolean = Object.is,
): Watched<B> {
  let last: { of: A; is: B } | null = null;
  return {
    get: () => {
      const of = store.get();
      if (last?.of !== of) {
        const is = pick(of);
        last = { of, is: last && same(last.is, is) ? last.is : is };
      }
      return last.is;
    },
    subscribe: store.subscribe,
  };
}

/** The same elements in the same order. */
export function sameElements<T>(before: readonly T[], now: readonly T[]): boolean {
  return before.length === now.length && before.every((one, index) => one === now[index]);
}
