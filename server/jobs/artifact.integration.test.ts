import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ClaimResponse } from '~/core/contracts/index.ts';
import { runArtifact } from '~/db/schema/index.ts';
import { caller } from '../testing/people.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { trainingLab, type TrainingLab } from '../testing/training-lab.ts';
import { until } from '../testing/until.ts';
import {
  codeOf,
  hashOf,
  newWorkerClient,
  proofOf,
  type WorkerClient,
} from '../testing/worker-client.ts';

let server: TestServer;
let lab: TrainingLab;
let worker: WorkerClient;
let lease: ClaimResponse;

beforeAll(async () => {
  server = await startTestServer();
  lab = await trainingLab(server);
  worker = await newWorkerClient(server, 'ada');
  await lab.queue();
  const claimed = await worker.claim();
  if (!claimed) throw new Error('nothing to claim');
  lease = claimed;
});
afterAll(() => server.close());

const unfinished = () => readdir(path.join(server.services.env.dataFolder, 'objects', 'partial'));
const rows = () =>
  server.services.db.select().from(runArtifact).where(eq(runArtifact.runId, lease.runId));

test('an upload cut half-way leaves nothing, and the same upload then succeeds', async () => {
  const bytes = new Uint8Array(400_000).map((_, k) => (k * 31) % 251);
  const sha256 = hashOf(bytes);
  const half = request(
    `${server.origin}/api/worker/artifacts/${lease.runId}?${proofOf(lease)}&sha256=${sha256}`,
    {
      method: 'PUT',
      headers: { authorization: `Bearer ${worker.token}`, 'content-length': bytes.length },
    },
  );
  half.on('error', () => undefined); // the cut itself
  half.write(bytes.subarray(0, bytes.length / 2));
  await until('the upload has begun', async () => (await unfinished()).length > 0);
  half.destroy();
  await until('the unfinished file is gone', async () => (await unfinished()).length === 0);
  expect(await server.services.storage.has(sha256)).toBe(false);
  expect(await rows()).toEqual([]);

  expect(await worker.upload(lease, bytes)).toEqual({
    status: 200,
    body: { sha256, bytes: bytes.length },
  });
  expect(await worker.upload(lease, bytes)).toMatchObject({ status: 200 }); // its answer was lost
  expect(await rows()).toMatchObject([{ sha256, bytes: bytes.length, attempt: 1 }]);
});

test('bytes of another hash are refused and not kept', async () => {
  const bytes = new TextEncoder().encode('not what was announced');
  const announced = hashOf(new TextEncoder().encode('announced'));
  expect((await worker.upload(lease, bytes, announced)).status).toBe(400);
  expect(await server.services.storage.has(announced)).toBe(false);
  expect(await server.services.storage.has(hashOf(bytes))).toBe(false);
  expect(codeOf(await worker.upload(lease, bytes, '../../etc/passwd'))).toBe('malformed');
});

test('a worker reads the corpus of its run, and no other file of the house', async () => {
  expect(await worker.download(lease, lease.corpusSha256)).toEqual({
    status: 200,
    sha256: lease.corpusSha256,
  });
  const secret = await server.services.storage.put(new TextEncoder().encode('of another lab'));
  expect((await worker.download(lease, secret.sha256)).status).toBe(404);
  const stranger = await newWorkerClient(server, 'bob');
  expect((await stranger.download(lease, lease.corpusSha256)).status).toBe(409);
});

test('a recipe that cannot work is refused before it waits in the queue', async () => {
  const api = await caller(server, lab.owner);
  const { spec } = await api.run.get({ runId: lease.runId });
  if (spec.kind !== 'train') throw new Error('It is no training.');
  const large = { ...spec, sampling: { ...spec.sampling, size: 128 } };
  await expect(api.run.create({ spec: large })).rejects.toThrow(/fold holds \d+ neurons/);
});
