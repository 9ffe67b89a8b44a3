import { spawn } from 'node:child_process';
import { mkdir, open, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from '../free-port.ts';
import { locateBinaries, type Binaries } from './binaries.ts';
import { initialise } from './initialise.ts';
import { chooseLaunch, through, type Launch } from './launch.ts';
import { findPostmaster, isRunning, removeForeignLock } from './postmaster.ts';

const database = 'latentome';
const patienceMs = 60_000;

export type Cluster = {
  url: string;
  pid: number;
  /** It was running already, left by a parent that was killed. */
  adopted: boolean;
  /** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
  stop(): Promise<void>;
};

export type ClusterSettings = {
  /** Holds `data/` and `postgres.log`. */
  folder: string;
  password: string;
  /** false only where losing everything in a power cut is fine: tests. */
  durable?: boolean;
  /** Those that npm installed, unless given. */
  binaries?: Binaries;
  /** Where to listen; any free port unless given. */
  port?: number;
};

/**
 * Starts the embedded Postgres, or takes over the one that already runs on this folder.
 *
 * It runs in a session of its own, so neither Ctrl-C nor the death of its parent reaches it; only
 * `stop()` ends it. It listens on 127.0.0.1 at a free port and asks for the password.
 *
 * @throws Error with the end of Postgres's own log when it does not come up
 */
export async function startCluster(settings: ClusterSettings): Promise<Cluster> {
  const { password } = settings;
  await mkdir(settings.folder, { recursive: true });
  const folder = await realpath(settings.folder); // one name for it, by whatever link it was reached
  const data = path.join(folder, 'data');

  const running = await findPostmaster(data);
  if (running && (await answers({ ...running, password, data })))
    return cluster(running.pid, running.port, true, password);

  const binaries = settings.binaries ?? (await locateBinaries());
  const launch = chooseLaunch(binaries, folder);
  if (!(await isMade(data))) await initialise(binaries.initdb, launch, { folder, password, data });
  await removeForeignLock(data);

  const until = Date.now() + patienceMs;
  for (;;) {
    const port = settings.port ?? (await freePort());
    const pid = await spawnPostgres(binaries.postgres, launch, settings, data, port);
    try {
      await ready({ pid, port, password, data });
      return cluster(pid, port, false, password);
    } catch (error) {
      await stop(pid); // it may run well and only refuse us
      const log = await readFile(path.join(folder, 'postgres.log'), 'utf8').catch(() => '');
      const end = log.split('\n').slice(-15).join('\n');
      // Children of a killed server finish their query first; starting beside them would be harm.
      if (!end.includes('pre-existing shared memory block') || Date.now() > until)
        throw new Error(`Postgres did not start.\n${end}`, { cause: error });
      await pause(200);
    }
  }
}

/** @throws Error when the folder cannot be looked into: what cannot be seen is not taken for empty */
async function isMade(data: string): Promise<boolean> {
  try {
    await stat(path.join(data, 'PG_VERSION'));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw new Error(
      `The database folder ${data} cannot be read. It may have been started as another user: ` +
        'start as that one, or give it to yourself (chown -R).',
      { cause: error },
    );
  }
}

async function spawnPostgres(
  postgres: string,
  launch: Launch,
  { folder, durable = true }: ClusterSettings,
  data: string,
  port: number,
): Promise<number> {
  const log = await open(path.join(folder, 'postgres.log'), 'a');
  const given = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '' };
  const fast = durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
  const options = Object.entries({ ...given, ...fast }).flatMap(([k, v]) => ['-c', `${k}=${v}`]);
  const [command, words] = through(launch, postgres, ['-D', data, ...options]);
  const child = spawn(command, words, {
    ...launch.options,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  });
  child.unref();
  child.on('error', () => undefined); // seen below: no pid
  await log.close();
  if (child.pid === undefined) throw new Error(`${command} could not be started.`);
  return child.pid;
}

type Expected = { pid: number; port: number; password: string; data: string };

/** Waits until the server answers, and makes sure that it is the one of our folder. */
async function ready({ pid, port, password, data }: Expected): Promise<void> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const client = new Client({ connectionString: urlOf(port, password, 'postgres') });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const shown = await client.query<{ data_directory: string }>('show data_directory');
      const theirs = await realpath(shown.rows[0]?.data_directory ?? '').catch(() => null);
      if (theirs !== data)
        throw new Error(`The Postgres on port ${port} belongs to another folder.`);
      const known = await client.query('select from pg_database where datname = $1', [database]);
      if (known.rowCount === 0) await client.query(`create database ${database}`);
      return;
    } catch (error) {
      if (!(await isRunning(pid)) || Date.now() > until || !isStarting(error)) throw error;
      await pause(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

/** Whether a server found running is ready; false when it was dying as we asked. */
async function answers(expected: Expected): Promise<boolean> {
  try {
    await ready(expected);
    return true;
  } catch (error) {
    if (await isRunning(expected.pid)) throw error;
    return false;
  }
}

/** Not listening yet, or 57P03: "the database system is starting up". */
function isStarting(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ECONNREFUSED' || code === '57P03' || code === 'ECONNRESET';
}

function urlOf(port: number, password: string, name: string): string {
  const user = `latentome:${encodeURIComponent(password)}`;
  // it speaks no TLS; said here, or PGSSLMODE would have its say
  return `postgres://${user}@127.0.0.1:${port}/${name}?sslmode=disable`;
}

function cluster(pid: number, port: number, adopted: boolean, password: string): Cluster {
  return {
    url: urlOf(port, password, database),
    pid,
    adopted,
    stop: () => stop(pid),
  };
}

async function stop(pid: number): Promise<void> {
  if (await isRunning(pid)) process.kill(pid, 'SIGINT');
  const until = Date.now() + patienceMs;
  while (await isRunning(pid)) {
    if (Date.now() > until) throw new Error(`Postgres (process ${pid}) does not stop.`);
    await pause(20);
  }
}
