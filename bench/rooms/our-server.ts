import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { openDatabase } from '~/db/client.ts';
import { migrate } from '~/db/migrate.ts';
import { readSettings, type Env } from '~/server/env.ts';
import { startServer } from '~/server/main.ts';
import { startCluster } from '~/server/postgres/cluster.ts';
import { makeRoom } from '~/server/realtime/testing.ts';
import { signUp } from '~/server/testing/people.ts';
import { answer, noQuestions } from './child.ts';

/** The whole server but its pages, on a Postgres of its own; everybody enters with one account. */
const folder = await mkdtemp(path.join(tmpdir(), 'latentome-bench-rooms-'));
const secret = () => randomBytes(24).toString('hex');
const cluster = await startCluster({ folder, password: secret(), durable: false });
const database = openDatabase(cluster.url);
await migrate(database);
await database.pool.end();
const env: Env = {
  ...readSettings({ LATENTOME_DATA: folder, PORT: '0', LATENTOME_LOG_LEVEL: 'silent' }),
  databaseUrl: cluster.url,
  authSecret: secret(),
  workerToken: secret(),
  rateLimits: false,
};
const server = await startServer(env, pino({ level: 'silent' }), { pages: false });
const visitor = await signUp(server, 'Visitor');
const { roomId } = await makeRoom(server, [[visitor, 'editor']]);

answer(
  { url: `${server.origin}/rooms/${roomId}`, cookie: visitor.cookie },
  noQuestions,
  async () => {
    await server.close();
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  },
);
