import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '~/db/schema/index.ts';
import { manifestFor, modelFiles } from '../testing/model-manifest.ts';
import { caller } from '../testing/people.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { trainingLab, type TrainingLab } from '../testing/training-lab.ts';
import { claimed, codeOf, newWorkerClient, type WorkerClient } from '../testing/worker-client.ts';
import { heartbeatSeconds, leaseEnd } from './lease.ts';
import { sweep } from './sweep.ts';

let server: TestServer;
let lab: TrainingLab;
let ada: WorkerClient;

beforeAll(async () => {
  server = await startTestServer();
  lab = await trainingLab(server);
  ada = await newWorkerClient(server, 'ada');
});
afterAll(() => server.close());

const stateOf = async (runId: string) => {
  const [row] = await server.services.db.select().from(run).where(eq(run.id, runId));
  if (!row) throw new Error('the run is gone');
  return row;
};

test('a cancel does not wait for a worker that fell silent, before it or after; its late words get 409', async () => {
  const api = await caller(server, lab.owner);
  const { leaseSeconds } = server.services.env;
  /** Nothing heard for so many heartbeats, as the database's clock would tell. */
  const silentFor = (runId: string, beats: number) =>
    server.services.db
      .update(run)
      .set({ leaseUntil: leaseEnd(leaseSeconds - beats * heartbeatSeconds(leaseSeconds)) })
      .where(eq(run.id, runId));

  const { id } = await lab.queue();
  const lease = await claimed(ada);
  await silentFor(id, 4);
  expect((await api.run.cancel({ runId: id })).state).toBe('cancelled');

  const later = await lab.queue();
  const second = await claimed(ada);
  await silentFor(later.id, 2); // a hiccup: it may still hear of the cancel itself
  expect((await api.run.cancel({ runId: later.id })).state).toBe('running');
  await sweep(server.services);
  expect((await stateOf(later.id)).state).toBe('running');
  await silentFor(later.id, 4);
  await sweep(server.services);
  expect((await stateOf(later.id)).state).toBe('cancelled');

  for (const zombie of [lease, second])
    for (const answer of [
      await ada.heartbeat(zombie),
      await ada.fail(zombie, true),
      await ada.release(zombie),
      await ada.complete(zombie, manifestFor(zombie, modelFiles('late'))),
    ])
      expect([answer.status, codeOf(answer)]).toEqual([409, 'lease-lost']);
});

test('cancel: a queued run at once, a running one by its next heartbeat; it cannot complete any more', async () => {
  const api = await caller(server, lab.owner);
  const waiting = await lab.queue();
  expect((await api.run.cancel({ runId: waiting.id })).state).toBe('cancelled');
  expect(await ada.claim()).toBeNull();

  const { id } = await lab.queue();
  const lease = await claimed(ada);
  expect(await api.run.cancel({ runId: id })).toMatchObject({
    state: 'running',
    cancelRequested: true,
  });
  expect((await ada.heartbeat(lease)).body).toMatchObject({ cancel: true });
  expect((await ada.fail(lease, true)).body).toEqual({ state: 'cancelled' });
  expect((await ada.fail(lease, true)).body).toEqual({ state: 'cancelled' }); // its answer was lost

  const late = await lab.queue();
  const finishing = await claimed(ada);
  const files = modelFiles(late.id);
  for (const bytes of Object.values(files)) await ada.upload(finishing, bytes);
  await api.run.cancel({ runId: late.id });
  expect(codeOf(await ada.complete(finishing, manifestFor(finishing, files)))).toBe('cancelled');
  expect((await stateOf(late.id)).state).toBe('cancelled');
});

test('a worker that says "cancelled" unasked has failed; a released run costs no attempt', async () => {
  const { id } = await lab.queue();
  for (let attempt = 1; attempt <= 5; attempt++) {
    const lease = await claimed(ada);
    expect(lease.attempt).toBe(attempt);
    expect((await ada.release(lease)).body).toEqual({ state: 'queued' });
  }
  const lease = await claimed(ada);
  expect((await ada.fail(lease, true, 'no reason')).body).toEqual({ state: 'failed' });
  expect((await stateOf(id)).error).toBe('no reason');
});
