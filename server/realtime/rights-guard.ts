import type { Heard } from '../announcement.ts';
import type { Services } from '../services.ts';
import { admit, isRefused } from './admission.ts';
import type { Connection } from './connection.ts';

export interface Watched {
  connection: Connection;
  roomId: string;
  labId: string;
}

/**
 * Keeps what a connection may do in step with the roles: on each announcement about its person, their sessions, its
 * room or its whole lab, and whenever asked, the door's decision is made again; a refusal closes the socket with its code.
 */
export function guardRights(services: Services) {
  const watched = new Set<Watched>();
  const stop = new AbortController();
  let version = 0;

  const check = async ({ connection, roomId }: Watched) => {
    const decision = await admit(services, connection.headers, roomId);
    if (isRefused(decision)) {
      connection.canWrite = false;
      connection.close(decision.code, decision.reason);
    } else if (decision.canWrite !== connection.canWrite) {
      connection.canWrite = decision.canWrite;
      connection.tellStanding();
    }
  };
  // One after the other: a full room must not take every database connection at once.
  const checkThese = async (those: Watched[]) => {
    for (const one of those) {
      if (!watched.has(one)) continue;
      await check(one).catch((error: unknown) =>
        services.log.warn({ err: error, room: one.roomId }, 'rights not checked'),
      );
    }
  };

  const listen = async <T extends 'membership' | 'person' | 'room'>(
    topic: T,
    concerns: (told: Heard<T>, one: Watched) => boolean,
  ) => {
    for await (const told of services.bus.subscribe(topic, null, stop.signal)) {
      version += 1;
      void checkThese([...watched].filter((one) => concerns(told, one)));
    }
  };
  const roles = listen('membership', (told, { connection, labId }) => {
    if (told.topic === 'reconnected') return true;
    return told.id === labId && (told.userId ?? connection.user.id) === connection.user.id;
  });
  const sessions = listen('person', (told, { connection }) => told.id === connection.user.id);
  const rooms = listen('room', (told, { roomId }) => told.id === roomId);
  Promise.all([roles, sessions, rooms]).catch((error: unknown) =>
    services.log.error({ err: error }, 'roles no longer heard'),
  );

  return {
    watched: watched as ReadonlySet<Watched>,
    /** Grows with every announcement. */
    get version() {
      return version;
    },
    /** @param asked `version` before the connection was admitted: what changed since is looked at now */
    watch: (one: Watched, asked: number) => {
      watched.add(one);
      if (asked !== version) void checkThese([one]);
    },
    forget: (one: Watched) => watched.delete(one),
    checkAll: () => void checkThese([...watched]),
    close: () => stop.abort(),
  };
}
