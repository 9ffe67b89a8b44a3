import { callToMe } from '~/core/collab/index.ts';
import type { OwnPresence } from './own-presence.ts';
import type { RoomPerson } from './people-watch.ts';
import { createStore, type Watched } from './store.ts';

/** A call that is not ended stands this long; whoever comes meanwhile is asked too. */
const standsMs = 300_000;
/** Whoever was told no does not ask again at once. */
const quietMs = 60_000;

/**
 * Calls everyone to follow me, and hears the calls of others, each of whom I may decline: then they are not heard for a
 * minute.
 * @param tell puts what I call and decline into my presence
 */
export function createCalls(
  me: number,
  people: Watched<readonly RoomPerson[]>,
  tell: (change: Pick<OwnPresence, 'calling' | 'declined'>) => void,
) {
  const calling = createStore<number | null>(null);
  const offer = createStore<RoomPerson | null>(null);
  const quiet = new Map<string, ReturnType<typeof setTimeout>>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = () => {
    const heard = people.get().filter(({ user }) => !quiet.has(user.id));
    const caller = callToMe(heard, me);
    const before = offer.get();
    const same = caller?.clientId === before?.clientId && caller?.calling === before?.calling;
    if (!same) offer.set(caller);
  };
  const stopCalling = () => {
    clearTimeout(timer);
    if (calling.get() === null) return;
    calling.set(null);
    tell({ calling: undefined });
  };
  const end = people.subscribe(look);
  return {
    /** The number of my call while it stands. */
    calling,
    /** Who asks me to follow them. */
    offer,
    call: () => {
      clearTimeout(timer);
      const number = Date.now();
      calling.set(number);
      tell({ calling: number });
      timer = setTimeout(stopCalling, standsMs);
    },
    stopCalling,
    decline: () => {
      const caller = offer.get();
      if (caller === null) return;
      const { id } = caller.user;
      quiet.set(
        id,
        setTimeout(() => quiet.delete(id), quietMs),
      );
      tell({ declined: caller.calling });
      look();
    },
    stop: () => {
      end();
      clearTimeout(timer);
      for (const waiting of quiet.values()) clearTimeout(waiting);
    },
  };
}
