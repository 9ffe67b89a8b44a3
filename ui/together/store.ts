/** One value that components can watch with `useSyncExternalStore`. */
export interface Watched<T> {
  get: () => T;
  subscribe: (changed: () => void) => () => void;
}

export interface Store<T> extends Watched<T> {
  set: (value: T) => void;
}

export function createStore<T>(value: T): Store<T> {
  const watchers = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const changed of watchers) changed();
    },
    subscribe: (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
  };
}
