import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { asc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addPin, readBench } from '~/core/collab/index.ts';
import { modelManifest, type ModelManifest, type Pin } from '~/core/contracts/index.ts';
import { direction, model, room } from '~/db/schema/index.ts';
import { appendUpdate, loadDoc } from '../../realtime/persistence.ts';
import { openFolderStorage, type Storage } from '../../storage/index.ts';
import { testDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { hashOf } from '../../testing/worker-client.ts';
import { newId } from '../new-id.ts';
import { seed } from './seed.ts';

const shipped = fileURLToPath(new URL('../../../db/starter', import.meta.url));

let database: TestDatabase;
let storage: Storage;
let folder: string;
let starter: string;
beforeEach(async () => {
  database = await testDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'latentome-seed-'));
  starter = path.join(folder, 'starter');
  await cp(shipped, starter, { recursive: true });
  storage = await openFolderStorage(path.join(folder, 'objects'));
});
afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

/** A start of the program with whatever starter lies in the tree. */
const start = () => seed({ db: database.db, storage }, starter);

/** Another manifest in the tree, as a new version of the program brings it. @returns its hash */
async function ship(change: (manifest: ModelManifest) => ModelManifest): Promise<string> {
  const file = path.join(starter, 'model.json');
  const manifest = modelManifest.parse(JSON.parse(await readFile(file, 'utf8')));
  const text = JSON.stringify(change(manifest));
  await writeFile(file, text);
  return hashOf(Buffer.from(text));
}

const newWords = (seconds: number) =>
  ship((manifest) => ({ ...manifest, figures: { ...manifest.figures, seconds } }));

async function newNetworks(): Promise<string> {
  const bytes = Buffer.from('another decoder');
  await writeFile(path.join(starter, 'decoder.onnx'), bytes);
  const decoder = { sha256: hashOf(bytes), bytes: bytes.length };
  return ship((manifest) => ({ ...manifest, files: { ...manifest.files, decoder } }));
}

const models = () => database.db.select().from(model).orderBy(asc(model.version));
const rooms = () =>
  database.db
    .select({ id: room.id, name: room.name, modelId: room.modelId, version: model.version })
    .from(room)
    .innerJoin(model, eq(model.id, room.modelId))
    .orderBy(asc(model.version), asc(room.createdAt));
const named = async () => (await rooms()).map(({ name, version }) => [version, name]);

const pin = (id: string, of: string): Pin => ({
  id,
  probe: { z: [0.1, 0.2], seed: 3, conditions: 0 },
  model: of,
  n: 16,
  adjacency: `${'A'.repeat(43)}=`,
  borderline: 0,
  name: id,
  by: { id: 'user', name: 'Ada', color: '#009988' },
  at: 1,
});

/** The demo room as people left it: a pin of its model and one of another. */
async function furnish(): Promise<{ roomId: string; modelId: string; sha256: string }> {
  const [of] = await models();
  const [demo] = await rooms();
  if (!of || !demo) throw new Error('the first start made no room');
  const doc = new Y.Doc();
  addPin(doc, pin('ours', of.sha256), null);
  addPin(doc, pin('foreign', 'f'.repeat(64)), null);
  await appendUpdate(database, demo.id, Y.encodeStateAsUpdate(doc));
  await database.db.insert(direction).values({
    id: newId('dir'),
    labId: of.labId,
    modelId: of.id,
    modelSha256: of.sha256,
    name: 'Kept',
    protocol: { kind: 'principal', component: 0 },
    vector: of.manifest.prior.mean.map(() => 0),
    distance: 0,
  });
  return { roomId: demo.id, modelId: of.id, sha256: of.sha256 };
}

const pinsOf = async (roomId: string) =>
  readBench((await loadDoc(database, roomId)).doc).map(({ id, model: of }) => [id, of]);

test('the first start makes one of each, and the next one nothing', async () => {
  expect(await start()).toBe('model column, starter model');
  expect(await start()).toBe('');
  expect(await named()).toEqual([[1, 'Demo']]);
});

test('another manifest of the same networks takes the place of the old one, with all that names it', async () => {
  await start();
  const before = await furnish();
  const sha256 = await newWords(1234);
  expect(await start()).toBe('card of the starter model');
  expect(await start()).toBe('');
  const [one, ...more] = await models();
  expect(more).toEqual([]);
  expect(one).toMatchObject({ id: before.modelId, version: 1, sha256 });
  expect(one?.manifest.figures.seconds).toBe(1234);
  expect(await storage.has(sha256)).toBe(true);
  const [kept] = await database.db.select().from(direction);
  expect(kept?.modelSha256).toBe(sha256);
  expect(await named()).toEqual([[1, 'Demo']]);
  expect(await pinsOf(before.roomId)).toEqual([
    ['ours', sha256],
    ['foreign', 'f'.repeat(64)],
  ]);
});

test('other networks are a new version with the demo room; the earlier room keeps what is in it', async () => {
  await start();
  const before = await furnish();
  await newNetworks();
  expect(await start()).toBe('starter model');
  expect(await start()).toBe('');
  expect(await named()).toEqual([
    [1, 'Demo (earlier)'],
    [2, 'Demo'],
  ]);
  const [earlier] = await rooms();
  expect(earlier?.id).toBe(before.roomId);
  expect(await pinsOf(before.roomId)).toEqual([
    ['ours', before.sha256],
    ['foreign', 'f'.repeat(64)],
  ]);
  const [kept] = await database.db.select().from(direction);
  expect(kept?.modelSha256).toBe(before.sha256);
});

test('a folder that an older version left with two equal starters has one demo room after the next start', async () => {
  await start();
  const [first] = await models();
  if (!first) throw new Error('no starter');
  const sha256 = await newWords(1234);
  // as versions before this one did: the same networks a second time, with a room of the same name
  const manifest = modelManifest.parse(
    JSON.parse(await readFile(path.join(starter, 'model.json'), 'utf8')),
  );
  const second = { ...first, id: newId('mdl'), version: 2, sha256, manifest };
  await database.db.insert(model).values(second);
  await database.db
    .insert(room)
    .values({ id: newId('room'), labId: first.labId, modelId: second.id, name: 'Demo' });
  expect(await start()).toBe('');
  expect(await named()).toEqual([
    [1, 'Demo (earlier)'],
    [2, 'Demo'],
  ]);
  await newWords(4321); // and from now on it is the newer that is renewed
  expect(await start()).toBe('card of the starter model');
  expect((await models()).map(({ manifest: of }) => of.figures.seconds)).toEqual([
    first.manifest.figures.seconds,
    4321,
  ]);
});

test('an older program on a newer folder changes nothing there', async () => {
  await start();
  const older = path.join(folder, 'older');
  await cp(starter, older, { recursive: true });
  await newNetworks();
  await start();
  const before = await rooms();
  expect(await seed({ db: database.db, storage }, older)).toBe('');
  expect(await rooms()).toEqual(before);
});

test('a name that somebody has taken is left to them, and the room keeps its own', async () => {
  await start();
  const [first] = await models();
  if (!first) throw new Error('no starter');
  await database.db.insert(room).values({
    ...{ id: newId('room'), labId: first.labId, modelId: first.id },
    name: 'Demo (earlier)',
  });
  await newNetworks();
  await start();
  expect((await named()).map(String).sort()).toEqual(['1,Demo', '1,Demo (earlier)', '2,Demo']);
});
