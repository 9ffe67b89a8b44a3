import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { presets } from '~/core/contracts/presets.ts';
import { model, run, runEvent } from '~/db/schema/index.ts';
import { client } from '../testing/people.ts';
import { startPythonWorker } from '../testing/python-worker.ts';
import { noNetwork, RemoteMachine, type RemoteWorker } from '../testing/remote-machine.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { trainingLab, type TrainingLab } from '../testing/training-lab.ts';
import { until } from '../testing/until.ts';

vi.setConfig({ testTimeout: 900_000, hookTimeout: 900_000 });

/** With every dependency from the registry, about a gigabyte; otherwise they are borrowed from gpu-worker/.venv. */
const whole = process.env.LATENTOME_FULL_INSTALL === '1';

let server: TestServer;
let lab: TrainingLab;
let machine: RemoteMachine;
let line: string;
let worker: RemoteWorker;

beforeAll(async () => {
  if (noNetwork !== null) {
    console.warn(`A worker on another machine is not tested: it ${noNetwork}.`);
    return;
  }
  server = await startTestServer({ env: { host: '0.0.0.0', leaseSeconds: 3 } });
  lab = await trainingLab(server);
  machine = await RemoteMachine.plugIn();
  // the settings page, opened at the address that the other machine can reach
  const address = `http://${machine.hostAddress}:${new URL(server.origin).port}`;
  const { headers } = lab.owner;
  const page = client(
    { ...server, origin: address },
    { ...lab.owner, headers: { ...headers, origin: address } },
  );
  const made = await page.worker.create.mutate({ labId: lab.labId, name: 'other machine' });
  line = made.command;
  expect(line).toContain(`--server ${address}`);
  await machine.install(line, { borrow: !whole });
});
afterAll(async () => {
  if (noNetwork !== null) return;
  worker.kill();
  await worker.ended;
  await machine.unplug();
  await server.close();
});

const rowOf = async (runId: string) => {
  const [row] = await server.services.db.select().from(run).where(eq(run.id, runId));
  if (!row) throw new Error('the run is gone');
  return row;
};
const modelsOf = (runId: string) =>
  server.services.db.select().from(model).where(eq(model.runId, runId));
const ended = (runId: string) =>
  until(
    'an end',
    async () => {
      const row = await rowOf(runId);
      return row.endedAt !== null && row;
    },
    850_000, // a smoke run takes half a minute, and many times that on a machine at work
  );

/** Epochs told in each attempt; in the record as a whole each stands once, without gap. */
async function attempts(runId: string): Promise<number[][]> {
  const events = await server.services.db
    .select()
    .from(runEvent)
    .where(eq(runEvent.runId, runId))
    .orderBy(asc(runEvent.index));
  const seqs = events.map(({ seq }) => seq);
  expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
  const told: number[][] = [];
  for (const { attempt, event } of events)
    if (event.kind === 'metric') (told[attempt - 1] ??= []).push(event.epoch);
  expect(told.flat()).toEqual(told.flat().map((_, k) => k + 1));
  return told;
}

test.skipIf(noNetwork !== null)(
  'the line of the settings page, in an empty folder of another machine, takes a run and finishes it',
  async () => {
    worker = await machine.start(line);
    const smoke = presets.find(({ id }) => id === 'smoke')?.settings;
    const { id } = await lab.queue(whole ? smoke : {});
    expect(await ended(id)).toMatchObject({ state: 'succeeded', attempt: 1, error: null });
    expect(await modelsOf(id)).toHaveLength(1);
  },
);

const checkpointed = (runId: string) =>
  until('a checkpoint', async () => ((await rowOf(runId)).checkpointEpoch ?? 0) >= 4);

test.skipIf(noNetwork !== null)(
  'the cable pulled for longer than a lease: the run waits, and goes on from its checkpoint when the machine is back',
  async () => {
    const { id } = await lab.queue();
    await checkpointed(id);
    await machine.setCable('down');
    await until('the lease is taken', async () => (await rowOf(id)).state === 'queued');
    const { checkpointEpoch } = await rowOf(id);
    await machine.setCable('up');
    expect(await ended(id)).toMatchObject({ state: 'succeeded', attempt: 2, error: null });
    expect(worker.said()).toContain(`run ${id}: lost`);
    expect(await modelsOf(id)).toHaveLength(1);
    const [first = [], second = []] = await attempts(id);
    expect(second[0]).toBe((checkpointEpoch ?? 0) + 1);
    expect(second.at(-1)).toBe(30);
    expect(first).toEqual(first.map((_, k) => k + 1));
    expect(first.at(-1)).toBeGreaterThanOrEqual(checkpointEpoch ?? 0);
  },
);

test.skipIf(noNetwork !== null)(
  'the cable pulled, and another worker finishes the run: the one that comes back is told so, and there is one model',
  async () => {
    const { id } = await lab.queue();
    await checkpointed(id);
    await machine.setCable('down');
    const local = await startPythonWorker(
      { ...server, origin: `http://127.0.0.1:${new URL(server.origin).port}` },
      'at home',
    );
    const finished = await ended(id).finally(() => {
      local.kill('SIGKILL');
    });
    await local.ended;
    expect(finished).toMatchObject({ state: 'succeeded', attempt: 2 });
    await machine.setCable('up');
    await until('it is told', () => worker.said().includes(`run ${id}: lost`));
    expect(await rowOf(id)).toEqual(finished);
    expect(await modelsOf(id)).toHaveLength(1);

    const next = await lab.queue(); // and it is ready for the next
    expect(await ended(next.id)).toMatchObject({ state: 'succeeded', attempt: 1 });
  },
);
