'use client';
import { useMemo, useSyncExternalStore } from 'react';
import { effectiveLeader, type SharedView } from '~/core/collab/index.ts';
import type { Pin } from '~/core/contracts/index.ts';
import type { RoomPerson } from './people-watch.ts';
import type { RoomConnection } from './room-connection.ts';
import type { ConnectionState } from './room-socket.ts';
import { createRoomVisit } from './room-visit.ts';
import type { Watched } from './store.ts';

const nothing: Watched<null> = { get: () => null, subscribe: () => () => undefined };

/** The value of a store of the connection; `none` on the server and before there is a connection. */
function useWatched<T>(store: Watched<T> | undefined, none: T): T {
  return useSyncExternalStore<T>(
    (store ?? nothing).subscribe,
    store?.get ?? (() => none),
    () => none,
  );
}

const connecting: ConnectionState = { kind: 'connecting' };
const unset: SharedView = { plane: null, seed: null, color: null };
const noPins: readonly Pin[] = [];
const nobody: readonly RoomPerson[] = [];
const noSteps = { canUndo: false, canRedo: false };

/**
 * Being in a room. What changes with every movement is left to `usePeople`, so that a page is not
 * rendered anew for each cursor.
 */
export function useRoom(roomId: string) {
  const visit = useMemo(() => createRoomVisit(roomsUrl(), roomId), [roomId]);
  const room = useSyncExternalStore(visit.subscribe, visit.get, () => null);
  const standing = useWatched(room?.standing, null);
  return {
    /** Null on the server and for the first moment in the browser. */
    room,
    state: useWatched(room?.state, connecting),
    /** Who I am in this room, with my colour; null until the server has said so. */
    me: standing?.user ?? null,
    canWrite: standing?.canWrite ?? false,
    /** Plane, individual and colour: shared by those who may write, my own where I may not. */
    shared: useWatched(room?.shared, unset),
    bench: useWatched(room?.bench, noPins),
    steps: useWatched(room?.steps, noSteps),
    refusedChange: useWatched(visit.refusedChange, null),
    retry: visit.retry,
  };
}

/** Everyone in the room, me first, at most once a frame. */
export const usePeople = (room: RoomConnection | null): readonly RoomPerson[] =>
  useWatched(room?.people, nobody);

/** Client id I chose to follow. */
export const useFollowing = (room: RoomConnection | null): number | null =>
  useWatched(room?.following, null);

/** Whose plane, camera and probe I see: the end of the chain of those I follow; null when I see my own. */
export function useLeader(room: RoomConnection | null): RoomPerson | null {
  const people = usePeople(room);
  const following = useFollowing(room);
  if (room === null || following === null) return null;
  const chosen = people.map((one) => (one.isMe ? { ...one, following } : one));
  const leader = effectiveLeader(chosen, room.clientId);
  return people.find((one) => one.clientId === leader) ?? null;
}

const roomsUrl = (): string =>
  typeof location === 'undefined' ? '' : `${location.origin.replace(/^http/, 'ws')}/rooms`;
