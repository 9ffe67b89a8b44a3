import type { Person } from '~/core/contracts/index.ts';
import type { RoomPerson } from './people-watch.ts';
import { createStore, type Watched } from './store.ts';

/** How long the bar says that somebody has left. */
const shownMs = 60_000;

/**
 * Who has left a moment ago, each person once: somebody who closed one of two windows has not left, and where my own line
 * broke, nobody has.
 */
export function watchDepartures(
  people: Watched<readonly RoomPerson[]>,
  amIn: () => boolean,
): { left: Watched<readonly Person[]>; stop: () => void } {
  const left = createStore<readonly Person[]>([]);
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  let before = new Map<string, Person>();
  const forget = (id: string) => {
    clearTimeout(timers.get(id));
    timers.delete(id);
    if (left.get().some((one) => one.id === id))
      left.set(left.get().filter((one) => one.id !== id));
  };
  const look = () => {
    const now = new Map(people.get().map(({ user }) => [user.id, user]));
    const gone = [...before.values()].filter(({ id }) => !now.has(id));
    before = now;
    for (const id of now.keys()) forget(id);
    if (!amIn() || gone.length === 0) return;
    for (const { id } of gone)
      timers.set(
        id,
        setTimeout(() => forget(id), shownMs),
      );
    left.set([...left.get(), ...gone]);
  };
  const end = people.subscribe(look);
  return {
    left,
    stop: () => {
      end();
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
