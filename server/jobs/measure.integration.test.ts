import { existsSync } from 'node:fs';
import { asc, eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { canonicalJson } from '~/core/exchange/canonical-json.ts';
import type { MeasureSpec } from '~/core/contracts/index.ts';
import { measurement, run, runEvent } from '~/db/schema/index.ts';
import { seed } from '../lab/seed/seed.ts';
import { smallMeasure } from '../testing/measurement-result.ts';
import { caller, signUp, type SignedUp } from '../testing/people.ts';
import { isAlive, startPythonWorker, type PythonWorker } from '../testing/python-worker.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { until } from '../testing/until.ts';
import { newWorkerClient } from '../testing/worker-client.ts';

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
/** So many draws that the run is still at work when it is cancelled or its worker dies. */
const long: MeasureSpec['structure'] = { metrics: 'all', nulls: ['degree'], circuits: 150, draws: 500 };

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
    const { id } = await queue({ structure: long });
    const ada = await worker('ada');
    await until('measuring', async () => (await rowOf(id)).phase === 'measuring');
    const [job = 0] = await ada.children();
    const before = await server.services.db.select().from(measurement);
    await (await api()).run.cancel({ runId: id });
    await inState(id, 'cancelled');
    expect(isAlive(job)).toBe(false);
    expect(await server.services.db.select().from(measurement)).toEqual(before);
  },
);
