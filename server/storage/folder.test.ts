import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFolderStorage } from './folder.ts';
import type { Storage } from './storage.ts';

let folder: string;
let storage: Storage;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'latentome-storage-'));
  storage = await openFolderStorage(folder);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bytes = Buffer.from('one circuit');
const sha256 = createHash('sha256').update(bytes).digest('hex');
const everything = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

test('bytes lie under their hash, once, however often they are put', async () => {
  expect(await storage.put(Readable.from([bytes.subarray(0, 3), bytes.subarray(3)]))).toEqual({
    sha256,
    bytes: bytes.length,
  });
  await storage.put(bytes, sha256);
  expect(await everything()).toEqual([sha256]);
  expect(Buffer.from(await storage.read(sha256))).toEqual(bytes);
  expect(await storage.bytes(sha256)).toBe(bytes.length);
});

test.each([
  ['other bytes than announced', () => storage.put(bytes, '0'.repeat(64)), 'other-bytes'],
  ['too many bytes', () => storage.put(bytes, sha256, { maxBytes: 4 }), 'too-large'],
  ['a path for an address', () => storage.read('../../etc/passwd'), 'malformed-address'],
  ['nothing there', () => storage.open(sha256), 'absent'],
])('%s: refused, and nothing is left behind', async (_, attempt, reason) => {
  await expect(attempt()).rejects.toMatchObject({ reason });
  expect(await everything()).toEqual([]);
});

test('what is not needed goes, unless it was stored again since', async () => {
  await storage.put(bytes);
  const before = new Date(Date.now() - 60_000);
  expect(await storage.remove(sha256, { storedBefore: before })).toBe(false);
  expect(await everything()).toEqual([sha256]);
  const after = new Date(Date.now() + 60_000);
  expect(await storage.remove(sha256, { storedBefore: after })).toBe(true);
  expect(await everything()).toEqual([]);
  expect(await storage.remove(sha256, { storedBefore: after })).toBe(true); // gone is gone
  await expect(storage.remove('../../etc/passwd', { storedBefore: after })).rejects.toThrow();
});

test('a stream that breaks half-way leaves nothing', async () => {
  const broken = Readable.from(
    (function* () {
      yield bytes;
      throw new Error('cut');
    })(),
  );
  await expect(storage.put(broken)).rejects.toThrow('cut');
  expect(await everything()).toEqual([]);
});
