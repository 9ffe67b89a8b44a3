import { spawn } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { locateBinaries } from './binaries.ts';
import { startCluster } from './cluster.ts';
import { findPostmaster } from './postmaster.ts';

const password = 'with / and @ and space';
const parentScript = fileURLToPath(new URL('../testing/cluster-parent.ts', import.meta.url));

let closed: string; // mode 700 for its owner, as /root is
let folder: string;

beforeEach(async () => {
  closed = await mkdtemp(path.join(tmpdir(), 'latentome-closed-'));
  await chmod(closed, 0o700);
  folder = path.join(closed, 'postgres');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  // only a failed test leaves one
  const left = await findPostmaster(path.join(folder, 'data'));
  if (left) process.kill(left.pid, 'SIGQUIT');
  await rm(closed, { recursive: true, force: true });
});

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client
    .query<Record<string, unknown>>(sql)
    .then((result) => client.end().then(() => result.rows));
}

test('the programs too may lie below a folder only its owner may pass', async () => {
  const { postgres } = await locateBinaries();
  const native = path.join(closed, 'native');
  await cp(path.dirname(path.dirname(postgres)), native, {
    recursive: true,
    verbatimSymlinks: true,
  });
  const bin = (name: string) => path.join(native, 'bin', name);
  const binaries = { initdb: bin('initdb'), postgres: bin('postgres') };
  const started = await startCluster({ folder, password, binaries });
  expect(await ask(started.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await started.stop();
});

test('starts below a folder only its owner may pass, keeps what was written, asks for the password', async () => {
  const first = await startCluster({ folder, password });
  expect(first.adopted).toBe(false);
  await ask(first.url, 'create table kept (x int); insert into kept values (7)');
  expect(await ask(first.url, 'show fsync')).toEqual([{ fsync: 'on' }]);
  expect(await ask(first.url, 'show listen_addresses')).toEqual([
    { listen_addresses: '127.0.0.1' },
  ]);
  const stranger = first.url.replace(encodeURIComponent(password), 'guess');
  await expect(ask(stranger, 'select 1')).rejects.toThrow('password authentication failed');
  await first.stop();

  const second = await startCluster({ folder, password });
  expect(second.adopted).toBe(false);
  expect(await ask(second.url, 'select x from kept')).toEqual([{ x: 7 }]);
  await second.stop();
});

test('after kill -9 of its parent it is adopted, still running, nothing lost', async () => {
  const parent = spawn(process.execPath, ['--import', 'tsx', parentScript, folder, password], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { url, pid } = await new Promise<{ url: string; pid: number }>((resolve, reject) => {
    parent.stdout.once('data', (line: Buffer) => {
      resolve(JSON.parse(line.toString()) as { url: string; pid: number });
    });
    parent.once('exit', () => reject(new Error('the parent ended before its time')));
  });
  await ask(url, 'create table kept (x int); insert into kept values (8)');
  const gone = new Promise((resolve) => parent.once('exit', resolve));
  parent.kill('SIGKILL');
  await gone;

  const next = await startCluster({ folder, password });
  expect(next).toMatchObject({ adopted: true, pid, url });
  expect(await ask(next.url, 'select x from kept')).toEqual([{ x: 8 }]);
  await next.stop();
});

test('after kill -9 of Postgres itself the stale lock is cleaned and the log replayed', async () => {
  const first = await startCluster({ folder, password });
  await ask(first.url, 'create table kept (x int); insert into kept values (9)');
  process.kill(first.pid, 'SIGKILL');

  const next = await startCluster({ folder, password });
  expect(next.adopted).toBe(false);
  expect(await ask(next.url, 'select x from kept')).toEqual([{ x: 9 }]);
  await next.stop();
});

test('a lock naming a process that is not Postgres is not believed', async () => {
  const first = await startCluster({ folder, password });
  await first.stop();
  const lock = path.join(folder, 'data', 'postmaster.pid');
  await writeFile(lock, `${process.pid}\n${folder}/data\n0\n5432\n\n127.0.0.1\n\n\n`);

  const next = await startCluster({ folder, password });
  expect(next).toMatchObject({ adopted: false });
  expect(await readFile(lock, 'utf8')).toMatch(new RegExp(`^${next.pid}\n`));
  await next.stop();
});

test('it is adopted by whatever link its folder is reached', async () => {
  const first = await startCluster({ folder, password });
  const link = path.join(closed, 'link');
  await symlink(closed, link);
  const next = await startCluster({ folder: path.join(link, 'postgres'), password });
  expect(next).toMatchObject({ adopted: true, pid: first.pid, url: first.url });
  await next.stop();
});

test('what the surroundings ask of other Postgres servers is not asked of this one', async () => {
  vi.stubEnv('PGSSLMODE', 'require');
  const made = await startCluster({ folder, password });
  expect(await ask(made.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await made.stop();
});

test('one that refuses us is not left running', async () => {
  const first = await startCluster({ folder, password });
  await first.stop();
  await expect(startCluster({ folder, password: 'another' })).rejects.toThrow('did not start');
  expect(await findPostmaster(path.join(folder, 'data'))).toBeNull();
});

test('an interrupted first start is begun again', async () => {
  await mkdir(path.join(folder, 'data'), { recursive: true });
  await mkdir(path.join(folder, 'data.new', 'base'), { recursive: true });
  const made = await startCluster({ folder, password });
  expect(await ask(made.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await made.stop();
});
