import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { asc, eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { canonicalJson } from '~/core/exchange/canonical-json.ts';
import type { MeasureSpec } from '~/core/contracts/index.ts';
import { measurement, run, runEvent } from '~/db/schema/index.ts';
import { seed } from '../lab/seed/seed.ts';
import { resultFor, smallMeasure } from '../testing/measurement-result.ts';
import { caller, signUp, type SignedUp } from '../testing/people.ts';
import { isAlive, startPythonWorker, type PythonWorker } from '../testing/python-worker.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { until } from '../testing/until.ts';
import { codeOf, hashOf, leaseOf, newWorkerClient } from '../testing/worker-client.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 }); // each starts a real worker

let server: TestServer;
let owner: SignedUp;
let modelId: string;
const started: PythonWorker[] = [];

beforeAll(async () => {
  server = await startTestServer({ env: { leaseSeconds: 3 } });
  await seed(server.services);
  owner = await signUp(server, 'Ada');
  modelId = (await (await api()).model.starter()).id; // the first account owns the demo lab
});
afterEach(async () => {
  for (const worker of started.splice(0)) {
    worker.kill('SIGKILL');
    await worker.ended;
  }
});
afterAll(() => server.close());

const api = () => caller(server, owner);
const queue = async (asked: Partial<MeasureSpec> = {}) =>
  (await api()).run.measure({ spec: { ...smallMeasure, modelId, ...asked } });
async function worker(name: string): Promise<PythonWorker> {
  const one = await startPythonWorker(server, name);
  started.push(one);
  return one;
}
const rowOf = async (runId: string) => {
  const [row] = await server.services.db.select().from(run).where(eq(run.id, runId));
  if (!row) throw new Error('the run is gone');
  return row;
};
const inState = (runId: string, state: string) =>
  until(`run is ${state}`, async () => {
    const row = await rowOf(runId);
    if (row.state === 'failed' && state !== 'failed') throw new Error(row.error ?? 'failed');
    return row.state === state && row;
  });
const logOf = async (runId: string) => {
  const rows = await server.services.db
    .select({ event: runEvent.event })
    .from(runEvent)
    .where(eq(runEvent.runId, runId))
    .orderBy(asc(runEvent.index));
  return rows.flatMap(({ event }) => (event.kind === 'log' ? [event.text] : []));
};
const scores: NonNullable<MeasureSpec['function']> = {
  tasks: ['memory'],
  radii: [0.9],
  inputs: 1,
  steps: 100,
  train: 20,
  test: 10,
  nulls: [],
  nullCircuits: 2,
  nullDraws: 2,
};
/** So much that it is still at work, in processes of its own, when it is cancelled or its worker dies. */
const long = { ...scores, inputs: 32, steps: 10_000, train: 500, test: 150 };

/** Processes that a process started (Linux). */
const childrenOf = async (pid: number) =>
  (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => ''))
    .split(' ')
    .filter(Boolean)
    .map(Number);

/** The job of a worker and the processes that score for it, once they are at work. */
const scoring = (one: PythonWorker) =>
  until('it scores', async () => {
    const [job] = await one.children();
    const helpers = job === undefined ? [] : await childrenOf(job);
    return job !== undefined && helpers.length > 1 && [job, ...helpers];
  });

test('a worker that only knows training is not handed a measurement', async () => {
  const { id } = await queue();
  const older = await newWorkerClient(server, 'older');
  expect(await older.claim()).toBeNull();
  expect((await (await api()).run.get({ runId: id })).waiting).toMatchObject({
    workers: 0,
    older: 1,
  });
  await (await api()).run.cancel({ runId: id });
});

test('the corpus of the starter model is measured, and the result is kept with the model under its hash', async () => {
  const { id, kind } = await queue();
  expect(kind).toBe('measure');
  await worker('ada');
  await inState(id, 'succeeded');
  const [listed, ...more] = await (await api()).measurement.list({ modelId });
  expect(more).toEqual([]);
  if (!listed) throw new Error('Nothing was kept.');
  expect(listed).toMatchObject({ runId: id, name: 'Structure' });
  const { result } = await (await api()).measurement.get({ measurementId: listed.id });
  expect(result.structure).toHaveLength(3 * 8);
  expect(result.spec).toEqual((await rowOf(id)).spec);
  const bytes = await server.services.storage.read(listed.sha256);
  expect(new TextDecoder().decode(bytes)).toBe(canonicalJson(result));
  const density = result.structure.find((row) => row.metric === 'density' && row.fold === 'test');
  expect(density).toMatchObject({ circuits: 4, defined: 4, zMean: null }); // degrees fix it
  expect(density?.nullMean).toBeCloseTo(density?.mean ?? NaN, 12);
  expect(await logOf(id)).toContainEqual(expect.stringMatching(/^structure beside degree, test: /));
});

test.skipIf(!existsSync('/proc/self/task'))(
  'cancelled, it ends with every process it started, and nothing is kept',
  async () => {
    const { id } = await queue({ function: long });
    const processes = await scoring(await worker('ada'));
    const before = await server.services.db.select().from(measurement);
    await (await api()).run.cancel({ runId: id });
    await inState(id, 'cancelled');
    await until('all are gone', () => !processes.some(isAlive));
    expect(await server.services.db.select().from(measurement)).toEqual(before);
  },
);

test.skipIf(!existsSync('/proc/self/task'))(
  'kill -9 of its worker: another goes on from the parts that are done',
  async () => {
    const { id } = await queue({ function: { ...long, train: 400 } });
    const ada = await worker('ada');
    const processes = await scoring(ada);
    await until('the structure is kept', async () => (await rowOf(id)).checkpointEpoch === 3);
    ada.kill('SIGKILL');
    await ada.ended;
    await until('its processes are gone', () => !processes.some(isAlive));
    await scoring(await worker('bob'));
    expect(await logOf(id)).toContainEqual(
      expect.stringMatching(/^Attempt 2 on bob .*, from part 3\.$/),
    );
    expect((await logOf(id)).filter((text) => text.startsWith('structure beside'))).toHaveLength(3);
    await (await api()).run.cancel({ runId: id });
    await inState(id, 'cancelled');
  },
);

test('a result that is not of the run is refused, and one sent twice is kept once', async () => {
  const { id } = await queue();
  const client = await newWorkerClient(server, 'by hand');
  const claimed = await client.claim(['measure']);
  if (claimed?.spec.kind !== 'measure') throw new Error('No measurement was claimed.');
  expect(claimed.runId).toBe(id);
  const { encoder } = claimed.spec.model;
  expect(await client.download(claimed, encoder)).toEqual({ status: 200, sha256: encoder });
  const tell = (sha256: string) => client.post('measured', { ...leaseOf(claimed), sha256 });
  const bytesOf = (result: unknown) => new TextEncoder().encode(JSON.stringify(result));
  const handIn = async (result: unknown) => {
    expect((await client.upload(claimed, bytesOf(result))).status).toBe(200);
    return tell(hashOf(bytesOf(result)));
  };
  const sound = resultFor(claimed.spec, claimed.corpusSha256);
  for (const wrong of [
    'no result',
    { ...sound, corpusSha256: '0'.repeat(64) },
    { ...sound, spec: { ...claimed.spec, seed: 2 } },
    { ...sound, structure: [{}] },
  ])
    expect(codeOf(await handIn(wrong))).toBe('wrong-result');
  expect(codeOf(await tell('f'.repeat(64)))).toBe('missing-artifact');
  const kept = await handIn(sound);
  expect(kept.status).toBe(200);
  expect(await tell(hashOf(bytesOf(sound)))).toEqual(kept);
  const ofRun = eq(measurement.runId, id);
  expect(await server.services.db.select().from(measurement).where(ofRun)).toHaveLength(1);
});

test('more circuits than the corpus has, and a model of another lab, are refused', async () => {
  await expect(queue({ function: { ...scores, train: 501 } })).rejects.toThrow(
    'The corpus has 500 training circuits; 501 were asked for.',
  );
  await expect(queue({ modelId: 'mdl_none' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
