import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import path from 'node:path';
import type { Pool } from 'pg';
import { openDatabase, type Database } from '~/db/client.ts';
import { createAuth, type Auth } from './auth/auth.ts';
import { openBus, type Bus } from './bus.ts';
import type { Env } from './env.ts';
import { deleteAccount } from './lab/account/delete-account.ts';
import { ownDemoIfNobodyDoes } from './lab/demo.ts';
import type { Log } from './log.ts';
import { openMailer, type Mailer } from './mail/mailer.ts';
import { openFolderStorage, type Storage } from './storage/index.ts';
import { Whereabouts } from './whereabouts.ts';

/** What server/realtime gives to the one process. */
export type Rooms = {
  /** Takes an upgrade of `/rooms/<room id>`; where it came from has been checked already. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Writes every room, closes every socket (1012: the clients come back). */
  close(): Promise<void>;
  stats(): { rooms: number; connections: number };
};

export type Services = {
  env: Env;
  log: Log;
  db: Database;
  pool: Pool;
  storage: Storage;
  bus: Bus;
  auth: Auth;
  /** Null where no mail server is named: nothing needs one. */
  mailer: Mailer | null;
  /** Null until the rooms are open, and where a test does without them. */
  rooms: Rooms | null;
  /** Who has which lab open on this server. */
  whereabouts: Whereabouts;
};

/** Opens everything a server needs on a database that is migrated already. */
export async function openServices(env: Env, log: Log): Promise<Services> {
  const { db, pool } = openDatabase(env.databaseUrl, {
    onError: (error) => log.warn({ err: error }, 'a database connection broke'),
  });
  try {
    const storage = await openFolderStorage(path.join(env.dataFolder, 'objects'));
    const bus = await openBus(env.databaseUrl, pool, log);
    const auth = createAuth(db, log, env, {
      onAccount: (userId) => ownDemoIfNobodyDoes(db, userId),
      onSessionEnd: (userId) => bus.publish({ topic: 'person', id: userId }),
      deleteAccount: (userId) => deleteAccount({ db, bus }, userId),
    });
    const mailer = env.mail ? openMailer(env.mail) : null;
    const whereabouts = new Whereabouts();
    return { env, log, db, pool, storage, bus, auth, mailer, rooms: null, whereabouts };
  } catch (error) {
    await pool.end();
    throw error;
  }
}

/** Closes what `openServices` opened. */
export async function closeServices({ bus, pool }: Services): Promise<void> {
  await bus.close();
  await pool.end();
}

// Next bundles its own copy of this module; one process still has one set of services.
const shelf: { latentome?: Services | undefined } & typeof globalThis = globalThis;

export function provideServices(services: Services | undefined): void {
  shelf.latentome = services;
}

/** For pages only; procedures and routes have `ctx.services`. */
export function getServices(): Services {
  if (!shelf.latentome) throw new Error('The server has not opened its services yet.');
  return shelf.latentome;
}
