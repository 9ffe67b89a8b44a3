import { heldBench, type HeldBench } from './held-bench.ts';
import { RoomConnection } from './room-connection.ts';
import { createStore, type Watched } from './store.ts';

/**
 * The connection of a mounted page: opened by the first who watches, closed with the last. When the server
 * refuses a change, or the person tries again, a new connection takes the place of the old one.
 */
export interface RoomVisit extends Watched<RoomConnection | null> {
  retry: () => void;
  /** Why the last connection was given up, to be told to the person. */
  refusedChange: Watched<string | null>;
  /** What the server did not take before it closed or refused, until it is let go. */
  held: Watched<HeldBench | null>;
  letGo: () => void;
}

export function createRoomVisit(url: string, roomId: string): RoomVisit {
  const connection = createStore<RoomConnection | null>(null);
  const refusedChange = createStore<string | null>(null);
  const held = createStore<HeldBench | null>(null);
  const keep = (room: RoomConnection | null) => {
    const bench = room && heldBench(room);
    if (bench) held.set(bench);
  };
  let watchers = 0;

  const reopen = () => {
    const before = connection.get();
    const room = new RoomConnection(url, roomId, (reason) => {
      keep(room);
      refusedChange.set(reason);
      queueMicrotask(reopen); // not from within the message that told
    });
    room.state.subscribe(() => {
      if (room.state.get().kind === 'refused') keep(room);
    });
    connection.set(room);
    before?.close();
  };

  return {
    get: connection.get,
    subscribe: (changed) => {
      const end = connection.subscribe(changed);
      if (watchers++ === 0) reopen();
      return () => {
        end();
        if (--watchers > 0) return;
        connection.get()?.close();
        connection.set(null);
      };
    },
    retry: reopen,
    refusedChange,
    held,
    letGo: () => {
      refusedChange.set(null);
      held.set(null);
    },
  };
}
