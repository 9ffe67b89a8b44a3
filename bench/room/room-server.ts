import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { desc, eq } from 'drizzle-orm';
import { pino } from 'pino';
import { z } from 'zod';
import { openDatabase } from '~/db/client.ts';
import { migrate } from '~/db/migrate.ts';
import { model, room } from '~/db/schema/index.ts';
import { readSettings, type Env } from '~/server/env.ts';
import { seed } from '~/server/lab/seed/seed.ts';
import { startServer } from '~/server/main.ts';
import { startCluster } from '~/server/postgres/cluster.ts';
import { signUp } from '~/server/testing/people.ts';
import { answer, givenArguments, noQuestions } from '../rooms/child.ts';

/** The whole server with its pages, on a Postgres of its own; the demo lab holds the given models, each with its room. */
const { models } = z.object({ models: z.array(z.string()) }).parse(givenArguments());
Object.assign(process.env, { NODE_ENV: 'production' }); // Next serves what was built
const folder = await mkdtemp(path.join(tmpdir(), 'latentome-bench-room-'));
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
const server = await startServer(env, pino({ level: 'silent' }));
const { db } = server.services;

async function end(): Promise<void> {
  await server.close();
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
}

/** Seeds a model; resolves with the path of its room. */
async function roomOf(one: string): Promise<string> {
  await seed(server.services, one);
  const [made] = await db
    .select({ model: model.id, room: room.id })
    .from(room)
    .innerJoin(model, eq(room.modelId, model.id))
    .orderBy(desc(model.version))
    .limit(1);
  if (!made)
    throw new Error(
      `The model in ${one} was trained on another connectome than the model column of the demo lab, so it has no room here.`,
    );
  return `/labs/demo/maps/${made.model}/${made.room}`;
}

try {
  const paths: string[] = [];
  for (const one of models) paths.push(await roomOf(one));
  const walker = await signUp(server, 'Walker'); // the first account owns the demo lab
  answer({ origin: server.origin, cookie: walker.cookie, paths }, noQuestions, end);
} catch (error) {
  // Next would answer what nobody caught by a line in the log, and the process would stay.
  console.error(error instanceof Error ? error.message : error);
  await end();
  process.exit(1);
}
