import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TrainSpec } from '~/core/contracts/index.ts';
import { run } from '~/db/schema/index.ts';
import { caller } from '../../testing/people.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { trainingLab, type TrainingLab } from '../../testing/training-lab.ts';
import { newWorkerClient } from '../../testing/worker-client.ts';

let server: TestServer;
let lab: TrainingLab;

beforeAll(async () => {
  server = await startTestServer();
  lab = await trainingLab(server);
});
afterAll(() => server.close());

const api = () => caller(server, lab.owner);
const runs = async () => (await api()).run.list({ labId: lab.labId });

test('a recipe whose circuits cannot be drawn is refused in the words of the preview, and nothing waits', async () => {
  const { id, spec } = await lab.queue();
  const impossible: TrainSpec = {
    ...spec,
    sampling: { ...spec.sampling, minConnectionsPerNeuron: 15 }, // all to all: within the bounds of N = 16
  };
  const said = /No circuit of the train fold with 15 connections a neuron was found/;
  const { connectomeId, sampling: recipe } = impossible;
  await expect((await api()).connectome.previewSampling({ connectomeId, recipe })).rejects.toThrow(
    said,
  );
  await expect((await api()).run.create({ spec: impossible })).rejects.toThrow(said);
  expect((await runs()).map((each) => each.id)).toEqual([id]);
  await (await api()).run.cancel({ runId: id });
});

test('a run from before the bounds is listed, shown, taken by a worker, and started again', async () => {
  const { id, spec } = await lab.queue();
  const old: TrainSpec = {
    ...spec,
    name: ' ',
    settings: { ...spec.settings, circuitsPerEpoch: 1e9, epochs: 1e6, batch: 1e6 },
    sampling: {
      ...spec.sampling,
      jitterUm: 1e6,
      degreePowers: Array<number>(1000).fill(9),
      minConnectionsPerNeuron: 31,
      counts: { train: 1e9, validation: 1e9, test: 1e9 },
    },
  };
  await expect((await api()).run.create({ spec: old })).rejects.toMatchObject({
    code: 'BAD_REQUEST',
  });
  await server.services.db.update(run).set({ spec: old }).where(eq(run.id, id));
  expect((await runs()).map((each) => each.id)).toContain(id);
  expect((await (await api()).run.get({ runId: id })).spec).toEqual(old);
  const worker = await newWorkerClient(server, 'ada', lab.labId);
  const lease = await worker.claim();
  expect(lease?.spec).toEqual(old);
  if (!lease) throw new Error('Nothing was claimed.');
  await worker.fail(lease, false, 'a message with a zero byte: \0');
  const failed = await (await api()).run.get({ runId: id });
  expect(failed).toMatchObject({ state: 'failed', error: 'a message with a zero byte: \ufffd' });
  expect((await (await api()).run.retry({ runId: id })).state).toBe('queued');
});
