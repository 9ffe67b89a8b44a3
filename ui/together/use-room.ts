'use client';
import { useMemo, useSyncExternalStore } from 'react';
import { effectiveLeader, type SharedView } from '~/core/collab/index.ts';
import type { Person, Pin } from '~/core/contracts/index.ts';
import { derived, sameElements } from './derived.ts';
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
const noPersons: readonly Person[] = [];
const noSteps = { canUndo: false, canRedo: false };

/**
 * Being in a room. What changes with every movement is left to `usePeople`, so that a page is not
 * rendered anew for each cursor.
 */
export function useRoom(roomId: string) {
  const visit = useMemo(() => createRoomVisit(roomsUrl(), roomId), [roomId]);
  const room = useSyncExternalStore(visit.subscribe, visit.get, () => null);
  const standing = useWatched(room?.standing, null);
  const state = useWatched(room?.state, connecting);
  const shared = useWatched(room?.shared, unset);
  const bench = useWatched(room?.bench, noPins);
  const steps = useWatched(room?.steps, noSteps);
  const refusedChange = useWatched(visit.refusedChange, null);
  const held = useWatched(visit.held, null);
  return useMemo(
    () => ({
      /** Null on the server and for the first moment in the browser. */
      room,
      state,
      /** Who I am in this room, with my colour; null until the server has said so. */
      me: standing?.user ?? null,
      canWrite: standing?.canWrite ?? false,
      /** Plane, individual and colour: shared by those who may write, my own where I may not. */
      shared,
      bench,
      steps,
      refusedChange,
      /** What the server did not take, for the person to keep as a file. */
      held,
      letGo: visit.letGo,
      retry: visit.retry,
    }),
    [room, state, standing, shared, bench, steps, refusedChange, held, visit],
  );
}

/** Everyone in the room, me first, at most once a frame. */
export const usePeople = (room: RoomConnection | null): readonly RoomPerson[] =>
  useWatched(room?.people, nobody);

/** Everyone in the room but me; my own movements leave the list as it is. */
export function useOthers(room: RoomConnection | null): readonly RoomPerson[] {
  const others = useMemo(
    () =>
      room
        ? derived(room.people, (people) => people.filter((one) => !one.isMe), sameElements)
        : undefined,
    [room],
  );
  return useWatched(others, nobody);
}

/** Who has left a moment ago. */
export const useLeft = (room: RoomConnection | null): readonly Person[] =>
  useWatched(room?.left, noPersons);

/** Who asks me to follow them. */
export const useOffer = (room: RoomConnection | null): RoomPerson | null =>
  useWatched<RoomPerson | null>(room?.calls.offer, null);

/** The number of my own call while it stands. */
export const useCalling = (room: RoomConnection | null): number | null =>
  useWatched(room?.calls.calling, null);

/** Client id I chose to follow. */
export const useFollowing = (room: RoomConnection | null): number | null =>
  useWatched(room?.following, null);

/** Whose plane, camera and probe I see: the end of the chain of those I follow; null when I see my own. */
export function useLeader(room: RoomConnection | null): RoomPerson | null {
  const following = useFollowing(room);
  const leader = useMemo(
    () =>
      room === null || following === null
        ? undefined
        : derived(room.people, (people) => {
            const chosen = people.map((one) => (one.isMe ? { ...one, following } : one));
            const id = effectiveLeader(chosen, room.clientId);
            return people.find((one) => one.clientId === id) ?? null;
          }),
    [room, following],
  );
  return useWatched<RoomPerson | null>(leader, null);
}

const roomsUrl = (): string =>
  typeof location === 'undefined' ? '' : `${location.origin.replace(/^http/, 'ws')}/rooms`;
