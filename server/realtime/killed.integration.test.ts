import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { addPin, readBench, readShared, setShared } from '~/core/collab/index.ts';
import type { Pin } from '~/core/contracts/index.ts';
import type { Env } from '../env.ts';
import { signUp } from '../testing/people.ts';
import { startTestServer } from '../testing/test-server.ts';
import { makeRoom, synced, visit, type Visit } from './testing.ts';
import { eventually } from './eventually.ts';

const script = fileURLToPath(new URL('testing-process.ts', import.meta.url));
const children: ChildProcess[] = [];
const visits: Visit[] = [];

async function start(env: Env): Promise<{ child: ChildProcess; origin: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(env)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, origin: said.toString().trim() };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

afterEach(async () => {
  for (const one of visits.splice(0)) one.leave();
  for (const child of children.splice(0)) await kill(child);
});

const pin = (id: string): Pin => ({
  id,
  probe: { z: [0.5, -1], seed: 1, conditions: 0 },
  model: 'a'.repeat(64),
  n: 2,
  adjacency: 'Bg==',
  borderline: 0,
  name: id,
  by: { id: 'ada', name: 'Ada', color: '#009988' },
  at: 0,
});

it('two people keep their bench when the server is killed under them and started again', async () => {
  const home = await startTestServer();
  try {
    const { env } = home.services;
    const [ada, ben] = await Promise.all([signUp(home, 'Ada'), signUp(home, 'Ben')]);
    const { roomId } = await makeRoom(home, [
      [ada, 'owner'],
      [ben, 'editor'],
    ]);
    const first = await start(env);
    const port = Number(new URL(first.origin).port);
    const enter = (as: typeof ada) => {
      const headers = { cookie: as.cookie, origin: first.origin };
      const entered = visit(first.origin, roomId, { ...as, headers });
      visits.push(entered);
      return entered;
    };
    const [a, b] = [enter(ada), enter(ben)];
    await Promise.all([synced(a), synced(b)]);
    addPin(a.doc, pin('before'), null);
    await eventually(() => expect(readBench(b.doc).map((one) => one.id)).toEqual(['before']));

    addPin(b.doc, pin('at the last moment'), null);
    await kill(first.child);
    addPin(a.doc, pin('while away'), null);
    setShared(b.doc, 'seed', 12, null);
    await start({ ...env, port });

    const ids = ['at the last moment', 'before', 'while away'];
    await eventually(() => {
      for (const one of [a, b]) {
        expect(
          readBench(one.doc)
            .map(({ id }) => id)
            .sort(),
        ).toEqual(ids);
        expect(readShared(one.doc).seed).toBe(12);
      }
    });
    a.provider.awareness.setLocalStateField('cursor', [1]);
    await eventually(() => expect(b.sees(a)).toMatchObject({ cursor: [1] }));
    const late = enter(ben);
    await eventually(() =>
      expect(
        readBench(late.doc)
          .map(({ id }) => id)
          .sort(),
      ).toEqual(ids),
    );
  } finally {
    await home.close();
  }
});
