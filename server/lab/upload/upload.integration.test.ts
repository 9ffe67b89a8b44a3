import { readdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { caller, signUp, type SignedUp } from '../../testing/people.ts';
import { put, send } from '../../testing/send.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { receiveUpload } from './receive-upload.ts';
import { sweepUploads } from './sweep-uploads.ts';

let server: TestServer;
let ada: SignedUp;
let labId = '';
beforeAll(async () => {
  server = await startTestServer();
  ada = await signUp(server, 'Ada');
  labId = (await (await caller(server, ada)).lab.create({ name: 'Uploads' })).id;
});
afterAll(() => server.close());

const waiting = () =>
  readdir(path.join(server.services.env.dataFolder, 'uploads')).catch((): string[] => []);

const asAda = () => ({ services: server.services, person: ada.person, headers: new Headers() });

test('only who may import into the lab may send', async () => {
  const eve = await signUp(server, 'Eve');
  expect((await put(server, eve, labId, 'a.csv', 'x')).status).toBe(404);
  expect((await put(server, null, labId, 'a.csv', 'x')).status).toBe(404);
  expect((await put(server, ada, labId, '', 'x')).status).toBe(400);
  expect(await waiting()).toEqual([]);
});

test('a file beyond the limit leaves nothing behind', async () => {
  const before = await waiting();
  const source = Readable.from([Buffer.alloc(600), Buffer.alloc(600)]);
  await expect(
    receiveUpload(asAda(), { labId, fileName: 'a.csv', source }, 1000),
  ).rejects.toMatchObject({ code: 'PAYLOAD_TOO_LARGE' });
  expect(await waiting()).toEqual(before);
});

test('a transfer that breaks leaves nothing behind', async () => {
  const before = await waiting();
  async function* broken() {
    yield await Promise.resolve(Buffer.alloc(600));
    throw new Error('the network is gone');
  }
  await expect(
    receiveUpload(asAda(), { labId, fileName: 'a.csv', source: Readable.from(broken()) }),
  ).rejects.toThrow('the network is gone');
  expect(await waiting()).toEqual(before);
});

test('what waited a day is swept, also a file without a row', async () => {
  const uploadId = await send(server, ada, labId, 'a.csv', 'id,class\n');
  const folder = path.join(server.services.env.dataFolder, 'uploads');
  const orphan = path.join(folder, 'orphan');
  await writeFile(orphan, 'x');
  const yesterday = new Date(Date.now() - 25 * 3600 * 1000);
  await utimes(orphan, yesterday, yesterday);
  await sweepUploads(server.services);
  expect(await waiting()).toEqual([uploadId]);
  await sweepUploads(server.services, Date.now() + 25 * 3600 * 1000);
  expect(await waiting()).toEqual([]);
  const tables = { labId, neurons: uploadId, connections: uploadId };
  await expect((await caller(server, ada)).connectome.inspect(tables)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});
