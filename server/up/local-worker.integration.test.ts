import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { birthOf } from '~/scripts/birth.mjs';
import { endLeftover } from './leftover.ts';
import { keepLocalWorker } from './local-worker.ts';

let dataFolder: string;
let noteFile: string;
beforeEach(async () => {
  dataFolder = await mkdtemp(path.join(tmpdir(), 'latentome-worker-'));
  noteFile = path.join(dataFolder, 'worker.json');
  // Stands for Python: says what it was given, starts a child of its own, and stays.
  const script = `#!/bin/sh
sleep 600 &
echo "$$ $! $LATENTOME_SERVER $LATENTOME_TOKEN $*" >> "${dataFolder}/said"
wait`;
  await writeFile(path.join(dataFolder, 'python'), script);
  await chmod(path.join(dataFolder, 'python'), 0o755);
});
afterEach(() => rm(dataFolder, { recursive: true, force: true }));

const keep = (
  python = path.join(dataFolder, 'python'),
  tell: (line: string) => void = () => undefined,
) =>
  keepLocalWorker({
    python,
    tell,
    origin: 'http://127.0.0.1:1',
    token: 'a token',
    dataFolder,
    noteFile,
    log: pino({ level: 'silent' }),
  });

/** What the n-th worker said: its own process number and its child's. */
async function worker(n: number): Promise<{ pid: number; child: number; words: string }> {
  return vi.waitFor(
    async () => {
      const line = (await readFile(path.join(dataFolder, 'said'), 'utf8')).split('\n')[n];
      if (!line) throw new Error('not yet');
      const [pid = '', child = '', ...words] = line.split(' ');
      return { pid: Number(pid), child: Number(child), words: words.join(' ') };
    },
    { timeout: 10_000 },
  );
}

test('a worker that dies is started again; ended, it takes its children along', async () => {
  const kept = keep();
  const first = await worker(0);
  expect(first.words).toBe('http://127.0.0.1:1 a token -m latentome_worker work');
  process.kill(first.pid, 'SIGKILL');
  process.kill(first.child, 'SIGKILL');
  const second = await worker(1);
  expect(second.pid).not.toBe(first.pid);
  await kept.close();
  expect(birthOf(second.pid)).toBeNull();
  await vi.waitFor(() => expect(birthOf(second.child)).toBeNull());
});

test('a worker left by a killed parent is found by the next start and ended; nobody else is', async () => {
  const kept = keep();
  const { pid } = await worker(0);
  const note = await vi.waitFor(() => readFile(noteFile, 'utf8'));
  expect(JSON.parse(note)).toMatchObject({ pid });

  // the number of a process that was born at another time
  await writeFile(noteFile, JSON.stringify({ pid, birth: '1' }));
  expect(await endLeftover(noteFile)).toBe(false);
  expect(birthOf(pid)).not.toBeNull();

  await writeFile(noteFile, note);
  expect(await endLeftover(noteFile)).toBe(true);
  expect(birthOf(pid)).toBeNull();
  await kept.close();
});

test('a worker that dies again and again is told of once, with the place of its log', async () => {
  const told: string[] = [];
  const kept = keep('/bin/false', (line) => void told.push(line));
  await vi.waitFor(() => expect(told).toHaveLength(1), { timeout: 30_000 });
  expect(told[0]).toContain('The local worker keeps ending');
  expect(told[0]).toContain(path.join(dataFolder, 'logs', 'worker.log'));
  await kept.close();
});
