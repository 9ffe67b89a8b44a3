import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
