import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import type { Env } from '../env.ts';
import { startServer } from '../main.ts';
import type { RoomsSettings } from '../realtime/settings.ts';
import type { Services } from '../services.ts';
import { testDatabase } from './test-database.ts';

export type TestServer = {
  origin: string;
  services: Services;
  databaseUrl: string;
  /** Stops and starts it again on the same port, database and data folder; `services` are new ones. */
  restart(whileDown?: () => Promise<void>): Promise<void>;
  /** Stops the server, drops its database and its data folder. */
  close(): Promise<void>;
};

export type TestServerSettings = {
  pages?: boolean;
  rateLimits?: boolean;
  env?: Partial<Env>;
  rooms?: Partial<RoomsSettings>;
};

/** A whole server on a port of its own, with a fresh database and data folder; without pages unless asked. */
export async function startTestServer({
  pages = false,
  rateLimits = false,
  env: given = {},
  rooms = {},
}: TestServerSettings = {}): Promise<TestServer> {
  const database = await testDatabase();
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'latentome-data-'));
  const env: Env = {
    dataFolder,
    databaseUrl: database.url,
    port: 0,
    host: '127.0.0.1',
    publicOrigin: undefined,
    authSecret: 'a secret for tests, nothing is kept by it',
    workerToken: 'a token for tests, thirty-two letters long',
    logLevel: 'silent',
    leaseSeconds: 30,
    rateLimits,
    ...given,
  };
  const start = (port: number) =>
    startServer({ ...env, port }, pino({ level: 'silent' }), { pages, rooms });
  let server = await start(env.port);
  const test: TestServer = {
    origin: server.localOrigin,
    services: server.services,
    databaseUrl: database.url,
    restart: async (whileDown) => {
      await server.close();
      await whileDown?.();
      server = await start(Number(new URL(test.origin).port));
      test.services = server.services;
    },
    close: async () => {
      await server.close();
      await database.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
  return test;
}
