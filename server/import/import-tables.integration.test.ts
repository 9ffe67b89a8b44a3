import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportProgress } from '~/core/contracts/index.ts';
import { proposed, soundNeurons } from '../testing/tables.ts';
import { importTables } from './import-tables.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'latentome-import-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function tables(neurons: string, connections: string) {
  const paths = { neurons: path.join(folder, 'n.csv'), connections: path.join(folder, 'c.csv') };
  await writeFile(paths.neurons, neurons);
  await writeFile(paths.connections, connections);
  const [header = ''] = neurons.split('\n', 1);
  return { ...paths, options: proposed(header, 'pre,post,synapses'), write: true };
}

const rows = (count: number, row: (k: number) => string) =>
  Array.from({ length: count }, (_, k) => row(k)).join('');

test('tables that take too long are stopped and said', async () => {
  const job = await tables(soundNeurons, `pre,post,synapses\n${rows(1_000_000, () => 'a,b,1\n')}`);
  const { report, connectome } = await importTables({ ...job, limits: { seconds: 0.05 } });
  expect(connectome).toBeNull();
  expect(report.problems).toMatchObject([{ code: 'too-slow', severity: 'error' }]);
});

test('a thread that runs out of memory is said, and the server lives on', async () => {
  const job = await tables(soundNeurons, 'pre,post,synapses\na,b,1\n');
  const { report, connectome } = await importTables({ ...job, limits: { heapMb: 8 } });
  expect(connectome).toBeNull();
  expect(report.problems).toMatchObject([{ code: 'too-much-memory', severity: 'error' }]);
  expect((await importTables(job)).report.problems).toEqual([]);
});

test('how far it is comes in order: each table by bytes and rows, then sorting and writing', async () => {
  const count = 300_000;
  const connections = `pre,post,synapses\n${rows(count, (k) => `${k % 2 ? 'a' : 'b'},c,1\n`)}`;
  const job = await tables(soundNeurons, connections);
  const told: ImportProgress[] = [];
  await importTables(
    { ...job, options: { ...job.options, repeats: 'sum' } },
    { onProgress: (progress) => told.push(progress) },
  );
  const stages = ['waiting', 'neurons', 'connections', 'sorting', 'writing'];
  expect([...new Set(told.map(({ stage }) => stage))]).toEqual(stages);
  const read = told.slice(1);
  for (const [k, { bytes, of }] of read.entries()) {
    expect(of).toBe(soundNeurons.length + connections.length);
    expect(bytes).toBeGreaterThanOrEqual(read[k - 1]?.bytes ?? 0);
    expect(bytes).toBeLessThanOrEqual(of);
  }
  expect(told.find(({ stage }) => stage === 'sorting')).toMatchObject({ rows: count });
  expect(told.at(-1)).toMatchObject({ stage: 'writing', bytes: read[0]?.of });
});

test('a reading that is given up ends with its thread, and so does one that waits for its turn', async () => {
  const job = await tables(soundNeurons, `pre,post,synapses\n${rows(500_000, () => 'a,b,1\n')}`);
  const given = Array.from({ length: 3 }, () => new AbortController());
  const ended: Promise<unknown>[] = [];
  const begun = given.map(
    ({ signal }) =>
      new Promise<void>((reading) => {
        const onProgress = ({ stage }: ImportProgress) => {
          if (stage === 'connections') reading();
        };
        ended.push(importTables(job, { signal, onProgress }));
      }),
  );
  const ends = Promise.allSettled(ended);
  await Promise.all(begun.slice(0, 2)); // the third waits
  for (const [k, control] of [...given.entries()].reverse())
    control.abort(new Error(`given up ${k}`));
  expect(await ends).toMatchObject(
    given.map((_, k) => ({ status: 'rejected', reason: { message: `given up ${k}` } })),
  );
  const sound = await tables(soundNeurons, 'pre,post,synapses\na,b,1\n');
  expect((await importTables(sound)).report.problems).toEqual([]); // both turns are free again
});
