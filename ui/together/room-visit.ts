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
}

export function createRoomVisit(url: string, roomId: string): RoomVisit {
  const connection = createStore<RoomConnection | null>(null);
  const refusedChange = createStore<string | null>(null);
  let watchers = 0;

  const reopen = () => {
    const before = connection.get();
    connection.set(
      new RoomConnection(url, roomId, (reason) => {
        refusedChange.set(reason);
        queueMicrotask(reopen); // not from within the message that told
      }),
    );
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
  };
}
