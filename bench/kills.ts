import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { openDatabase } from '~/db/client.ts';
import { migrate } from '~/db/migrate.ts';
import { readSettings, type Env } from '~/server/env.ts';
import { freePort } from '~/server/free-port.ts';
import { startServer } from '~/server/main.ts';
import { startCluster } from '~/server/postgres/cluster.ts';
import { makeRoom } from '~/server/realtime/testing.ts';
import { killRounds } from '~/server/testing/kill-rounds.ts';
import { trainingLab } from '~/server/testing/training-lab.ts';
import { claimed, newWorkerClient } from '~/server/testing/worker-client.ts';

const rounds = 200;

/** A server killed at random moments under a writing load: what it said yes to, and what of that is gone afterwards. */
export async function main(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'latentome-bench-kills-'));
  const secret = () => randomBytes(24).toString('hex');
  const cluster = await startCluster({ folder, password: secret() });
  try {
    const database = openDatabase(cluster.url);
    await migrate(database);
    const env: Env = {
      ...readSettings({ LATENTOME_DATA: folder, LATENTOME_LOG_LEVEL: 'silent' }),
      databaseUrl: cluster.url,
      authSecret: secret(),
      workerToken: secret(),
      rateLimits: false,
      leaseSeconds: 3600,
      port: await freePort(),
    };
    const { roomId, ...writers } = await prepared(env);
    const started = performance.now();
    const { pool } = database;
    const found = await killRounds({ env, pool, roomId, ...writers, rounds, seed: 1 });
    await pool.end();
    const minutes = (performance.now() - started) / 60_000;
    const { labs, events, files, pins } = found.acknowledged;
    const rows = [
      ['kills', 'minutes', 'labs', 'events of runs', 'files', 'pins', 'acknowledged and lost'],
      [rounds, minutes.toFixed(1), labs, events, files, pins, found.lost.length],
    ].map((row) => row.map(String));
    for (const row of rows)
      process.stdout.write(
        `${row.map((cell, k) => cell.padStart(rows[0]?.[k]?.length ?? 0)).join('   ')}\n`,
      );
    for (const what of found.lost) process.stdout.write(`${what}\n`);
    if (found.lost.length > 0) process.exitCode = 1;
  } finally {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Somebody with a room, and a worker that holds a run, on a server that is ended again. */
async function prepared(env: Env) {
  const server = await startServer(env, pino({ level: 'silent' }), { pages: false });
  try {
    const lab = await trainingLab(server);
    await lab.queue();
    const worker = await newWorkerClient(server, 'bench');
    const lease = await claimed(worker);
    const { roomId } = await makeRoom(server, [[lab.owner, 'owner']]);
    return { owner: lab.owner, roomId, lease, token: worker.token };
  } finally {
    await server.close();
  }
}
