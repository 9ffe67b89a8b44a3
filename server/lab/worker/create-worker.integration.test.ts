import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashOf, WorkerClient } from '../../testing/worker-client.ts';
import { client, signUp } from '../../testing/people.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { trainingLab, type TrainingLab } from '../../testing/training-lab.ts';

const run = promisify(execFile);
let server: TestServer;
let lab: TrainingLab;

beforeAll(async () => {
  server = await startTestServer();
  lab = await trainingLab(server);
});
afterAll(() => server.close());

test('an editor adds a worker; its token is shown once and works for this lab', async () => {
  const api = client(server, lab.owner);
  const made = await api.worker.create.mutate({ labId: lab.labId, name: 'gpu box' });
  expect(made.command).toContain(
    `LATENTOME_TOKEN=${made.token} latentome-worker/bin/latentome-worker work --server ${server.origin}`,
  );
  expect(made.cudaCommand).toContain(`latentome-worker[cuda] @ ${server.origin}/`);
  const listed = await api.worker.list.query({ labId: lab.labId });
  expect(listed.map(({ name }) => name).sort()).toEqual(['gpu box', 'this machine']);
  expect(JSON.stringify(listed)).not.toContain(made.token);
  const { id } = await lab.queue();
  const worker = new WorkerClient(server.origin, made.token, made.worker.id);
  expect((await worker.claim())?.runId).toBe(id);
  await api.worker.revoke.mutate({ labId: lab.labId, workerId: made.worker.id });
  expect((await worker.post('claim', {})).status).toBe(401);
  await expect(
    api.worker.revoke.mutate({ labId: lab.labId, workerId: 'wkr_local' }),
  ).rejects.toThrow('This lab has no such worker.');
});

test('who may not edit the lab makes no worker', async () => {
  const eve = client(server, await signUp(server, 'Eve'));
  await expect(eve.worker.create.mutate({ labId: lab.labId, name: 'x' })).rejects.toThrow();
  await expect(eve.worker.list.query({ labId: lab.labId })).rejects.toThrow();
});

test('the line on the page installs: pip takes the package from the server, its hash agreeing', async () => {
  const { command } = await client(server, lab.owner).worker.create.mutate({
    labId: lab.labId,
    name: 'box',
  });
  const source = /'(\S+)'/.exec(command)?.[1] ?? '';
  const [address = '', hash] = source.split('#sha256=');
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  expect(hashOf(bytes)).toBe(hash);

  const folder = await mkdtemp(path.join(tmpdir(), 'latentome-pip-'));
  const python = fileURLToPath(new URL('../../../gpu-worker/.venv/bin/python', import.meta.url));
  try {
    const pip = ['-m', 'pip', 'install', '--quiet', '--no-deps'];
    await run(python, [...pip, '--target', folder, source]);
    const env = { ...process.env, PYTHONPATH: folder };
    const { stdout } = await run(python, ['-m', 'latentome_worker', '--help'], {
      cwd: folder,
      env,
    });
    expect(stdout).toContain('work');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
