import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { worker } from '~/db/schema/index.ts';
import { caller } from '../../testing/people.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { trainingLab, type TrainingLab } from '../../testing/training-lab.ts';
import { newWorkerClient } from '../../testing/worker-client.ts';

let server: TestServer;
let lab: TrainingLab;
let other: TrainingLab;

beforeAll(async () => {
  server = await startTestServer();
  lab = await trainingLab(server);
  other = await trainingLab(server);
});
afterAll(() => server.close());

test('a queued run says which workers there are and how many runs come first', async () => {
  const waiting = async (of: TrainingLab, runId: string) =>
    (await (await caller(server, of.owner)).run.get({ runId })).waiting;
  const [first, second] = [await lab.queue(), await lab.queue()];
  const elsewhere = await other.queue();
  const third = await lab.queue();
  expect(await waiting(lab, first.id)).toEqual({ ahead: 0, workers: 0, older: 0, busy: 0 });
  expect(await waiting(lab, third.id)).toEqual({ ahead: 2, workers: 0, older: 0, busy: 0 });

  // a worker of the lab alone: the other lab's run is not before ours, and sees no worker
  const own = await newWorkerClient(server, 'own', lab.labId);
  expect((await own.claim())?.runId).toBe(first.id);
  expect(await waiting(lab, first.id)).toBeNull();
  expect(await waiting(lab, second.id)).toEqual({ ahead: 0, workers: 1, older: 0, busy: 1 });
  expect(await waiting(lab, third.id)).toEqual({ ahead: 1, workers: 1, older: 0, busy: 1 });
  expect(await waiting(other, elsewhere.id)).toEqual({ ahead: 0, workers: 0, older: 0, busy: 0 });

  // one for every lab: all stand in one queue
  const shared = await newWorkerClient(server, 'shared');
  const lease = await shared.claim();
  expect(lease?.runId).toBe(second.id);
  expect(await waiting(other, elsewhere.id)).toEqual({ ahead: 0, workers: 1, older: 0, busy: 1 });
  expect(await waiting(lab, third.id)).toEqual({ ahead: 1, workers: 2, older: 0, busy: 2 });
  if (lease) await shared.fail(lease, false);
  expect(await waiting(lab, third.id)).toEqual({ ahead: 1, workers: 2, older: 0, busy: 1 });

  await server.services.db
    .update(worker)
    .set({ lastSeenAt: sql`now() - interval '1 minute'` })
    .where(eq(worker.id, shared.id));
  expect(await waiting(lab, third.id)).toEqual({ ahead: 0, workers: 1, older: 0, busy: 1 });
});
