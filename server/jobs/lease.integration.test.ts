import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { artifactResponse, completeResponse, type RunEvent } from '~/core/contracts/index.ts';
import { model, run, runEvent } from '~/db/schema/index.ts';
import { manifestFor, modelFiles } from '../testing/model-manifest.ts';
import { caller } from '../testing/people.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { trainingLab, type TrainingLab } from '../testing/training-lab.ts';
import {
  claimed,
  codeOf,
  hashOf,
  newWorkerClient,
  type WorkerClient,
} from '../testing/worker-client.ts';
import { sweep } from './sweep.ts';

let server: TestServer;
let lab: TrainingLab;
let ada: WorkerClient;
let bob: WorkerClient;

beforeAll(async () => {
  server = await startTestServer();
  lab = await trainingLab(server);
  ada = await newWorkerClient(server, 'ada');
  bob = await newWorkerClient(server, 'bob');
});
afterAll(() => server.close());

const log = (text: string): RunEvent => ({ kind: 'log', level: 'info', text });

/** Lets the lease run out, as the database's clock would. */
const expire = (runId: string) =>
  server.services.db
    .update(run)
    .set({ leaseUntil: sql`now() - interval '1 second'` })
    .where(eq(run.id, runId));

const stateOf = async (runId: string) => {
  const [row] = await server.services.db.select().from(run).where(eq(run.id, runId));
  if (!row) throw new Error('the run is gone');
  return row;
};

test('two workers asking at once never get the same run', async () => {
  const queued = await Promise.all([lab.queue(), lab.queue(), lab.queue()]);
  const asked = await Promise.all([ada.claim(), bob.claim(), ada.claim(), bob.claim()]);
  const got = asked.filter((lease) => lease !== null).map((lease) => lease.runId);
  expect(got.sort()).toEqual(queued.map(({ id }) => id).sort());
  for (const lease of asked) if (lease) await ada.fail(lease, false); // the wrong worker for some
  for (const lease of asked) if (lease) await bob.fail(lease, false);
  for (const { id } of queued) expect((await stateOf(id)).state).toBe('failed');
});

test('an expired lease goes on elsewhere from its checkpoint; the zombie hears 409 from every endpoint', async () => {
  const { id } = await lab.queue();
  const first = await claimed(ada);
  const saved = new TextEncoder().encode('weights after epoch 3');
  const seq = first.lastSeq + 1;
  expect(await ada.heartbeat(first, [{ seq, event: log('epoch 3') }])).toMatchObject({
    status: 200,
    body: { cancel: false, lastSeq: seq },
  });
  const stored = await ada.upload(first, saved);
  expect(stored.status).toBe(200);
  const hash = artifactResponse.parse(stored.body).sha256;
  expect((await ada.checkpoint(first, 3, seq, hash)).status).toBe(200);

  await expire(id);
  const second = await claimed(bob);
  expect(second).toMatchObject({ runId: id, attempt: 2, checkpoint: { sha256: hash, epoch: 3 } });
  expect(second.lastSeq).toBeGreaterThan(seq); // the server's own lines are numbered too
  expect(await bob.download(second, hash)).toEqual({ status: 200, sha256: hash });

  const files = modelFiles('zombie');
  const late = [
    await ada.heartbeat(first, [{ seq: seq + 1, event: log('late') }]),
    await ada.upload(first, files.map),
    await ada.checkpoint(first, 4, seq, hash),
    await ada.complete(first, manifestFor(first, files)),
    await ada.fail(first, false),
    await ada.release(first),
    await bob.heartbeat(first), // the token of another attempt
    await ada.heartbeat(second), // the lease of another worker
    await bob.heartbeat({ ...second, leaseToken: first.leaseToken }),
    await bob.heartbeat({ ...second, attempt: 1 }),
  ];
  for (const answer of late) expect([answer.status, codeOf(answer)]).toEqual([409, 'lease-lost']);
  expect((await ada.download(first, hash)).status).toBe(409);
  expect((await bob.fail(second, false)).status).toBe(200);
});

test('events are stored once and in order, a gap is refused', async () => {
  const { id } = await lab.queue();
  const lease = await claimed(ada);
  const from = lease.lastSeq;
  const event = (k: number) => ({ seq: from + k, event: log(`event ${k}`) });
  await ada.heartbeat(lease, [event(1), event(2)]);
  await ada.heartbeat(lease, [event(2), event(3)]); // an answer was lost
  expect(codeOf(await ada.heartbeat(lease, [event(5)]))).toBe('gap');
  expect(codeOf(await ada.checkpoint(lease, 1, from + 4, '0'.repeat(64)))).toBe('unflushed');
  const rows = await server.services.db
    .select({ seq: runEvent.seq })
    .from(runEvent)
    .where(eq(runEvent.runId, id))
    .orderBy(runEvent.index);
  expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4].map((k) => k + from - 1));
  await ada.fail(lease, false);
});

test('epochs that a resumed attempt tells anew stand once in the record, as told last', async () => {
  const { id } = await lab.queue();
  const told = (lease: { lastSeq: number }, epochs: number[], loss: number) =>
    epochs.map((epoch, k) => {
      const event: RunEvent = { kind: 'metric', epoch, values: { loss } };
      return { seq: lease.lastSeq + 1 + k, event };
    });
  const record = async () => {
    const rows = await server.services.db
      .select({ attempt: runEvent.attempt, event: runEvent.event })
      .from(runEvent)
      .where(eq(runEvent.runId, id))
      .orderBy(runEvent.index);
    return rows.flatMap(({ attempt, event }) =>
      event.kind === 'metric' ? [[event.epoch, attempt, event.values.loss]] : [],
    );
  };
  const first = await claimed(ada);
  const saved = new TextEncoder().encode('weights after epoch 2');
  const hash = artifactResponse.parse((await ada.upload(first, saved)).body).sha256;
  await ada.heartbeat(first, told(first, [1, 2, 3, 4, 5], 9));
  expect((await ada.checkpoint(first, 2, first.lastSeq + 5, hash)).status).toBe(200);

  await expire(id);
  const second = await claimed(bob);
  expect(await record()).toHaveLength(5); // nothing is forgotten before it is told anew
  await bob.heartbeat(second, told(second, [3], 8));
  expect(await record()).toEqual([
    [1, 1, 9],
    [2, 1, 9],
    [3, 2, 8],
  ]);
  await bob.heartbeat(second, told(second, [3, 4, 5], 8)); // an answer was lost
  expect(await record()).toEqual([
    [1, 1, 9],
    [2, 1, 9],
    [3, 2, 8],
    [4, 2, 8],
    [5, 2, 8],
  ]);
  await bob.fail(second, false);
});

test('a run is completed once, and a repeat of the same answer is answered alike', async () => {
  const { id } = await lab.queue();
  const lease = await claimed(ada);
  const files = modelFiles(id);
  const manifest = manifestFor(lease, files);
  expect(codeOf(await ada.complete(lease, manifest))).toBe('missing-artifact');
  for (const bytes of Object.values(files)) await ada.upload(lease, bytes);
  const off = { ...manifest, figures: { ...manifest.figures, onnxMaxError: 2e-4 } };
  expect(codeOf(await ada.complete(lease, off))).toBe('onnx-differs');
  const other = { ...manifest, recipe: { ...manifest.recipe, seed: 6 } };
  expect(codeOf(await ada.complete(lease, other))).toBe('wrong-manifest');
  expect((await ada.post('complete', { ...lease, manifest: { format: 'x' } })).status).toBe(400);

  const answers = await Promise.all([1, 2, 3].map(() => ada.complete(lease, manifest)));
  for (const answer of answers) expect(answer).toEqual({ status: 200, body: answers[0]?.body });
  expect((await ada.complete(lease, off)).status).toBe(409);
  const made = await server.services.db.select().from(model).where(eq(model.runId, id));
  expect(made).toHaveLength(1);
  expect(made[0]).toMatchObject({ circuits: 32, name: 'Small model' });
  expect(await server.services.storage.has(made[0]?.sha256 ?? '')).toBe(true);
  const detail = await (await caller(server, lab.owner)).run.get({ runId: id });
  expect(detail).toMatchObject({ state: 'succeeded', modelId: made[0]?.id, progress: 1 });
});

test('a model that tells weights brings their net, which whoever may look at it gets', async () => {
  const { id } = await lab.queue();
  const lease = await claimed(ada);
  const files = modelFiles(id);
  const net = new TextEncoder().encode('weights of a model');
  const plain = manifestFor(lease, files);
  const scale = { of: 'size', logMean: 8.5, logSd: 1.2, sd: 0.9 } as const;
  const named = { ...plain.files, weights: { sha256: hashOf(net), bytes: net.length } };
  const manifest = { ...plain, files: named, weights: scale };
  for (const bytes of Object.values(files)) await ada.upload(lease, bytes);
  expect(codeOf(await ada.complete(lease, manifest))).toBe('missing-artifact');
  await ada.upload(lease, net);
  expect(codeOf(await ada.complete(lease, { ...plain, files: named }))).toBe('wrong-manifest');
  expect(codeOf(await ada.complete(lease, { ...plain, weights: scale }))).toBe('wrong-manifest');
  const unasked = { ...plain, figures: { ...plain.figures, sizes: [] } };
  expect(codeOf(await ada.complete(lease, unasked))).toBe('wrong-manifest');
  expect((await ada.complete(lease, manifest)).status).toBe(200);
  const address = `${server.origin}/api/files/${lab.labId}/${hashOf(net)}`;
  const answer = await fetch(address, { headers: lab.owner.headers });
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(net);
});

test('two runs of a lab ending at once make two versions', async () => {
  await Promise.all([lab.queue(), lab.queue()]);
  const leases = [await claimed(ada), await claimed(bob)] as const;
  const complete = async (worker: WorkerClient, lease: (typeof leases)[number]) => {
    const files = modelFiles(lease.runId);
    for (const bytes of Object.values(files)) await worker.upload(lease, bytes);
    return () => worker.complete(lease, manifestFor(lease, files));
  };
  const both = [await complete(ada, leases[0]), await complete(bob, leases[1])];
  const answers = await Promise.all(both.map((send) => send()));
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const versions = answers.map(({ body }) => completeResponse.parse(body).version).sort();
  expect(versions[1]).toBe((versions[0] ?? 0) + 1);
});

test('a run whose workers keep dying fails with words, and starts again at its checkpoint', async () => {
  const { id } = await lab.queue();
  for (const attempt of [1, 2, 3]) {
    expect((await claimed(ada)).attempt).toBe(attempt);
    await expire(id);
  }
  await sweep(server.services);
  const failed = await stateOf(id);
  expect(failed.state).toBe('failed');
  expect(failed.error).toMatch(/ada stopped answering in attempt 3/);
  const api = await caller(server, lab.owner);
  expect((await api.run.retry({ runId: id })).state).toBe('queued');
  expect(await api.run.retry({ runId: id }).catch((e: unknown) => e)).toMatchObject({
    code: 'CONFLICT',
  });
  expect((await claimed(bob)).attempt).toBe(4);
  await expire(id);
  expect((await api.run.cancel({ runId: id })).state).toBe('cancelled'); // bob will not hear of it
});

test('a worker of one lab sees its runs alone; unknown and revoked tokens are refused', async () => {
  const elsewhere = await trainingLab(server);
  const own = await newWorkerClient(server, 'own', elsewhere.labId);
  const { id } = await lab.queue();
  expect(await own.claim()).toBeNull();
  const lease = await claimed(ada);
  expect(lease.runId).toBe(id);
  expect((await own.heartbeat(lease)).status).toBe(409);
  await ada.fail(lease, false);

  const api = await caller(server, elsewhere.owner);
  const mine = await elsewhere.queue();
  const held = await claimed(own);
  await api.worker.revoke({ labId: elsewhere.labId, workerId: own.id });
  for (const answer of [await own.heartbeat(held), await own.upload(held, modelFiles('x').map)])
    expect([answer.status, codeOf(answer)]).toEqual([401, 'unknown-token']);
  expect((await claimed(bob)).runId).toBe(mine.id); // free at once, not only when its lease ends
});
