import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { endUp, startUp, type Up } from '../testing/up-process.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

let folder: string;
const started: Up[] = [];
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'latentome-destroyed-'));
});
afterEach(async () => {
  for (const up of started.splice(0)) await endUp(up.child, 'SIGINT');
  await rm(folder, { recursive: true, force: true });
});

async function up(data: string) {
  const begun = startUp({ data });
  started.push(begun);
  return { ...begun, origin: await begun.address };
}

/** One of the two commands, in a process of its own. */
function command(name: 'backup' | 'restore', data: string, file: string) {
  const env = { ...process.env, LATENTOME_DATA: data, DATABASE_URL: '' };
  const words = ['--import', 'tsx', `scripts/${name}.ts`, file];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: root, env });
  return { status, said: `${stdout.toString()}${stderr.toString()}` };
}

test('a data folder that is destroyed comes back from its backup: people stay signed in, files are the same', async () => {
  const [data, file] = [path.join(folder, 'data'), path.join(folder, 'latentome.backup')];
  const first = await up(data);
  const json = { 'content-type': 'application/json', origin: first.origin };
  const signUp = await fetch(`${first.origin}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ name: 'Ada', email: 'ada@example.org', password: 'on the first day' }),
  });
  const cookie = signUp.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const ask = async (origin: string, name: string, input: unknown) => {
    const query = encodeURIComponent(JSON.stringify(input));
    const answer = await fetch(`${origin}/api/trpc/${name}?input=${query}`, {
      headers: { cookie },
    });
    return { status: answer.status, body: (await answer.json()) as unknown };
  };
  const made = await fetch(`${first.origin}/api/trpc/lab.create`, {
    method: 'POST',
    headers: { ...json, cookie },
    body: JSON.stringify({ name: 'Made before the fire' }),
  });
  expect(made.status).toBe(200);
  const before = await ask(first.origin, 'lab.list', undefined);
  expect(JSON.stringify(before.body)).toContain('Made before the fire');

  expect(command('backup', data, file)).toMatchObject({ status: 0 }); // while the server runs
  expect(command('restore', data, file)).toMatchObject({ status: 1 }); // and not over it
  await endUp(first.child, 'SIGINT');
  // Each is named by the hash of its bytes, which is reckoned anew when it is restored.
  const files = async () => (await readdir(path.join(data, 'objects'), { recursive: true })).sort();
  const filesBefore = await files();
  expect(filesBefore.length).toBeGreaterThan(5);
  await rm(data, { recursive: true });
  expect(existsSync(data)).toBe(false);

  const restored = command('restore', data, file);
  expect(restored).toMatchObject({ status: 0 });
  expect(await files()).toEqual(filesBefore);
  expect(command('restore', data, file).said).toContain('already');
  const second = await up(data);
  expect(await ask(second.origin, 'lab.list', undefined)).toEqual(before);
});
