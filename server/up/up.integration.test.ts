import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { findPostmaster } from '../postgres/postmaster.ts';
import { until } from '../testing/until.ts';
import { endUp, startUp, type Up, type UpSettings } from '../testing/up-process.ts';

let data: string;
const started: ChildProcess[] = [];
beforeAll(async () => {
  data = await mkdtemp(path.join(tmpdir(), 'latentome-up-'));
});
afterEach(async () => {
  for (const child of started.splice(0)) await endUp(child, 'SIGINT');
});
afterAll(async () => {
  const left = await postgres(); // only a failed test leaves one
  if (left) process.kill(left.pid, 'SIGQUIT');
  await rm(data, { recursive: true, force: true });
});

const postgres = () => findPostmaster(path.join(data, 'postgres', 'data'));

function up(port = 0, more: Omit<UpSettings, 'data' | 'port'> = {}): Up {
  const begun = startUp({ data, port, ...more });
  started.push(begun.child);
  return begun;
}

const signIn = (origin: string, door: string) =>
  fetch(`${origin}/api/auth/${door}/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ name: 'Ada', email: 'ada@example.org', password: 'on the first day' }),
  });

test('the first start makes what it needs; a second beside it only says where the first one is', async () => {
  const first = up();
  const origin = await first.address;
  expect(first.said()).toContain('model column');
  const modeOf = async (name: string) => (await stat(path.join(data, name))).mode & 0o777;
  expect(await modeOf('secrets.json')).toBe(0o600);
  expect((await modeOf('')) & 0o066).toBe(0); // nobody else reads or writes in it
  for (const part of ['objects', 'logs', 'uploads', 'postgres'])
    expect([part, await modeOf(part)]).toEqual([part, 0o700]);
  expect((await fetch(`${origin}/api/health`)).status).toBe(200);
  expect((await signIn(origin, 'sign-up')).status).toBe(200);

  const second = up();
  expect(await second.address).toBe(origin);
  expect(second.said()).toContain('already running');
  expect(await endUp(second.child, 'SIGCONT')).toBe(0);
  expect((await fetch(`${origin}/api/health`)).status).toBe(200);
});

test('after kill -9 the next start adopts the database, moves on from a taken port, and has lost nothing', async () => {
  const first = up();
  await first.address;
  await endUp(first.child, 'SIGKILL');
  const left = await postgres();
  expect(left).not.toBeNull();

  const squatter = createServer();
  const taken = await new Promise<number>((resolve) => {
    squatter.listen(0, '127.0.0.1', () => {
      const at = squatter.address();
      resolve(typeof at === 'object' && at ? at.port : 0);
    });
  });
  const next = up(taken);
  const origin = await next.address;
  expect(Number(new URL(origin).port)).toBeGreaterThan(taken);
  expect(await postgres()).toEqual(left);
  expect((await signIn(origin, 'sign-in')).status).toBe(200);
  squatter.close();
});

test('Ctrl-C ends every child and leaves nothing behind but the data', async () => {
  const running = up();
  const origin = await running.address;
  expect(await postgres()).not.toBeNull();
  running.child.kill('SIGINT'); // from the terminal
  await vi.waitFor(() => expect(running.said()).toContain('Ending.'));
  expect(await endUp(running.child, 'SIGINT')).toBe(0); // the same again, passed on by npm
  expect(await postgres()).toBeNull();
  expect(existsSync(path.join(data, 'up.lock'))).toBe(false);
  await expect(fetch(`${origin}/api/health`)).rejects.toThrow();
  const log = await readFile(path.join(data, 'logs', 'server.log'), 'utf8');
  const lines = log.trim().split('\n');
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ msg: 'server down' });
});

test('a terminal that is closed ends every child too', async () => {
  const running = up();
  await running.address;
  running.child.stdout?.destroy();
  running.child.stderr?.destroy();
  expect(await endUp(running.child, 'SIGHUP')).toBe(0);
  expect(await postgres()).toBeNull();
});

test('a lock cut off in the middle by a power cut stops nobody', async () => {
  await writeFile(path.join(data, 'up.lock'), '{"pid":');
  expect(await up().address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

/** Waits until the server on this machine has heard from a worker. */
async function aWorkerIsSeen(): Promise<void> {
  const log = await readFile(path.join(data, 'logs', 'server.log'), 'utf8');
  const port = /"port":(\d+),"msg":"server up"\}\s*$/.exec(log)?.[1] ?? '';
  await until('a worker is seen', async () => {
    const { workers } = z
      .object({ workers: z.object({ seen: z.int() }) })
      .parse(await (await fetch(`http://127.0.0.1:${port}/api/health`)).json());
    return workers.seen > 0;
  });
}

test('behind a proxy that is not there yet the local worker works all the same', async () => {
  const { address } = up(0, { worker: true, publicOrigin: 'https://atlas.invalid' });
  expect(await address).toBe('https://atlas.invalid');
  await aWorkerIsSeen();
});

test('a proxy for the way out and a strict Python do not come between server and local worker', async () => {
  const proxy = 'http://127.0.0.1:9';
  const around = { HTTP_PROXY: proxy, http_proxy: proxy, ALL_PROXY: proxy, PYTHONSAFEPATH: '1' };
  await up(0, { worker: true, around: { ...around, NO_PROXY: 'example.org' } }).address;
  await aWorkerIsSeen();
});

test('Postgres killed while up is started again, and nothing is lost', async () => {
  const running = up();
  const origin = await running.address;
  const killed = await postgres();
  process.kill(killed?.pid ?? 0, 'SIGKILL');
  await until('Postgres is back', () => running.said().includes('Postgres is back.'));
  const again = await postgres();
  expect(again?.port).toBe(killed?.port);
  expect(again?.pid).not.toBe(killed?.pid);
  await until('the server found it', async () => (await fetch(`${origin}/api/health`)).ok);
  expect((await signIn(origin, 'sign-in')).status).toBe(200);
  expect(await endUp(running.child, 'SIGINT')).toBe(0);
});

test('Postgres that cannot be started again ends the whole, with words', async () => {
  const running = up();
  await running.address;
  const settings = path.join(data, 'postgres', 'data', 'postgresql.auto.conf');
  await writeFile(settings, 'no such setting');
  process.kill((await postgres())?.pid ?? 0, 'SIGKILL');
  await until('it ends', () => running.child.exitCode !== null);
  expect(running.child.exitCode).toBe(1);
  expect(running.said()).toContain('Postgres ended and cannot be started again.');
  expect(existsSync(path.join(data, 'up.lock'))).toBe(false);
  await writeFile(settings, '');
});

test('an address of the newer kind stands in brackets', async () => {
  const origin = await up(0, { around: { HOST: '::1' } }).address;
  expect(origin).toMatch(/^http:\/\/\[::1\]:\d+$/);
  expect((await fetch(`${origin}/api/health`)).status).toBe(200);
});

test('a setting that does not fit is named, and nothing more', async () => {
  const { said, address } = up(99_999);
  await expect(address).rejects.toThrow();
  expect(said().trim()).toMatch(/^These environment variables do not fit\.\n {2}PORT: .+$/);
});
