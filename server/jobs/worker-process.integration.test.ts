import { existsSync } from 'node:fs';
import { asc, eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { RunEvent } from '~/core/contracts/index.ts';
import { modelManifest } from '~/core/contracts/model.ts';
import { observedCircuit, readMap } from '~/core/latent/index.ts';
import { model, run, runEvent } from '~/db/schema/index.ts';
import { caller } from '../testing/people.ts';
import { isAlive, startPythonWorker, type PythonWorker } from '../testing/python-worker.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { trainingLab, type TrainingLab } from '../testing/training-lab.ts';
import { until } from '../testing/until.ts';

vi.setConfig({ testTimeout: 600_000 }); // each compiles and trains for real

let server: TestServer;
let lab: TrainingLab;
const started: PythonWorker[] = [];

beforeAll(async () => {
  server = await startTestServer({ env: { leaseSeconds: 3 } });
  lab = await trainingLab(server);
});
afterEach(async () => {
  for (const worker of started.splice(0)) {
    worker.kill('SIGKILL');
    await worker.ended;
  }
});
afterAll(async () => {
  await server.close();
});

async function worker(name: string): Promise<PythonWorker> {
  const one = await startPythonWorker(server, name);
  started.push(one);
  return one;
}

/** Ends when it is told to. */
const endless = { epochs: 10_000 };

const rowOf = async (runId: string) => {
  const [row] = await server.services.db.select().from(run).where(eq(run.id, runId));
  if (!row) throw new Error('the run is gone');
  return row;
};
const eventsOf = (runId: string) =>
  server.services.db
    .select()
    .from(runEvent)
    .where(eq(runEvent.runId, runId))
    .orderBy(asc(runEvent.index));
const modelsOf = (runId: string) =>
  server.services.db.select().from(model).where(eq(model.runId, runId));

const inState = (runId: string, state: string) =>
  until(`run is ${state}`, async () => {
    const row = await rowOf(runId);
    if (row.state === 'failed' && state !== 'failed') throw new Error(row.error ?? 'failed');
    return row.state === state && row;
  });
const epochs = (events: { attempt: number; event: RunEvent }[], attempt: number) =>
  events.flatMap((row) =>
    row.attempt === attempt && row.event.kind === 'metric' ? [row.event.epoch] : [],
  );

test('a run goes from the queue to a model with figures, and leaves its record', async () => {
  const { id } = await lab.queue({}, { otherSizes: [20] });
  await worker('ada');
  await inState(id, 'succeeded');
  const [made, ...more] = await modelsOf(id);
  expect(more).toEqual([]);
  const manifest = modelManifest.parse(made?.manifest);
  expect(manifest.figures.circuits).toEqual({ train: 16, validation: 8, test: 8 });
  expect(manifest.figures.edges.model.auc).toBeGreaterThan(0);
  expect(manifest.figures.sizes?.map(({ size, circuits }) => [size, circuits])).toEqual([[20, 8]]);
  const file = await server.services.storage.read(manifest.files.map.sha256);
  const map = readMap(Uint8Array.from(file));
  expect([0, 31, 32, 63].map((index) => observedCircuit(map, index).n)).toEqual([16, 16, 20, 20]);
  expect(manifest.figures.onnxMaxError).toBeLessThanOrEqual(1e-4);
  expect([manifest.weights?.of, Object.keys(manifest.files)]).toEqual([
    'synapses',
    ['encoder', 'decoder', 'map', 'weights'],
  ]);
  for (const { sha256, bytes } of Object.values(manifest.files))
    expect(await server.services.storage.bytes(sha256)).toBe(bytes);
  const events = await eventsOf(id);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, k) => k + 1));
  expect(epochs(events, 1)).toEqual(Array.from({ length: 30 }, (_, k) => k + 1));
  const kinds = new Set(events.map(({ event }) => event.kind));
  expect([...kinds].sort()).toEqual(['log', 'metric', 'phase', 'sample']);
});

test('kill -9 in mid-training: a second worker goes on from the checkpoint, and there is one model', async () => {
  const { id } = await lab.queue();
  const ada = await worker('ada');
  await until('a checkpoint', async () => ((await rowOf(id)).checkpointEpoch ?? 0) >= 4);
  const [training = 0] = await ada.children();
  ada.kill('SIGKILL');
  await ada.ended;
  await worker('bob');
  await inState(id, 'succeeded');
  await until('the orphaned training is gone', () => !isAlive(training));
  expect(await modelsOf(id)).toHaveLength(1);
  const events = await eventsOf(id);
  const [first, second] = [epochs(events, 1), epochs(events, 2)];
  expect(first.length).toBeGreaterThanOrEqual(4);
  expect(second[0]).toBeGreaterThan(4);
  expect(second.at(-1)).toBe(30);
  expect(new Set([...first, ...second]).size).toBe(30); // no hole in the curves
  expect(
    events.some(({ event }) => event.kind === 'log' && event.text.includes('stopped answering')),
  ).toBe(true);
});

test('cancel ends the training and leaves the worker ready for the next run', async () => {
  const { id } = await lab.queue(endless);
  const ada = await worker('ada');
  await until('training', async () => epochs(await eventsOf(id), 1).length > 0);
  const [training = 0] = await ada.children();
  const api = await caller(server, lab.owner);
  await api.run.cancel({ runId: id });
  const ended = await inState(id, 'cancelled');
  expect(isAlive(training)).toBe(false);
  expect(ended.error).toBeNull();
  expect(await modelsOf(id)).toEqual([]);
  const next = await lab.queue(endless);
  await inState(next.id, 'running');
  await api.run.cancel({ runId: next.id });
  await inState(next.id, 'cancelled');
});

test('a server that restarts under a run finds it going on, in the same attempt, with no event lost', async () => {
  const { id } = await lab.queue(endless);
  await worker('ada');
  const seen = (atLeast: number) =>
    until(`${atLeast} epochs`, async () => epochs(await eventsOf(id), 1).length >= atLeast);
  await seen(2);
  await server.restart();
  const before = epochs(await eventsOf(id), 1).length;
  await seen(before + 2);
  expect(await rowOf(id)).toMatchObject({ state: 'running', attempt: 1 });
  const all = epochs(await eventsOf(id), 1);
  expect(all).toEqual(all.map((_, k) => k + 1));
  await (await caller(server, lab.owner)).run.cancel({ runId: id });
  await inState(id, 'cancelled');
});

test('a worker that is asked to end hands the run back, at its checkpoint', async () => {
  const { id } = await lab.queue(endless);
  const ada = await worker('ada');
  await until('a checkpoint', async () => (await rowOf(id)).checkpointEpoch !== null);
  ada.kill('SIGTERM');
  expect(await ada.ended).toBe(0);
  const row = await rowOf(id);
  expect(row).toMatchObject({ state: 'queued', leaseToken: null, maxAttempts: 4 });
  await (await caller(server, lab.owner)).run.cancel({ runId: id });
});

test.skipIf(!existsSync('/proc/self/task'))(
  'training that dies (here killed, as for want of memory) fails the run with words',
  async () => {
    const { id } = await lab.queue(endless);
    const ada = await worker('ada');
    await until('training', async () => epochs(await eventsOf(id), 1).length > 0);
    for (const pid of await ada.children()) process.kill(pid, 'SIGKILL');
    const row = await inState(id, 'failed');
    expect(row.error).toMatch(/killed from outside; most often the machine had too little memory/);
    expect(isAlive(ada.pid)).toBe(true);
  },
);
