import { utimes } from 'node:fs/promises';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  direction,
  keptModel,
  measurement,
  model,
  room,
  roomUpdate,
  run,
} from '~/db/schema/index.ts';
import { filesLock } from '../../storage/index.ts';
import { appendUpdate } from '../../realtime/persistence.ts';
import { visit, synced } from '../../realtime/testing.ts';
import { furnishLab, furniture, type FurnishedLab } from '../../testing/furnished-lab.ts';
import { giveRole } from '../../testing/give-role.ts';
import { smallMeasure } from '../../testing/measurement-result.ts';
import { caller, signUp, type SignedUp } from '../../testing/people.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { until } from '../../testing/until.ts';
import { nextVersion } from './next-version.ts';

let server: TestServer;
let rows: Awaited<ReturnType<typeof furniture>>;
let people: Record<'owner' | 'viewer' | 'removed', SignedUp>;
let lab: FurnishedLab;
let api: Awaited<ReturnType<typeof caller>>;

beforeAll(async () => {
  server = await startTestServer({ rooms: { beatsPerCheck: Infinity } }); // told, not found out
  rows = await furniture(server);
  people = {
    owner: await signUp(server, 'Owner'),
    viewer: await signUp(server, 'Viewer'),
    removed: await signUp(server, 'Removed'),
  };
  api = await caller(server, people.owner);
});
beforeEach(async () => {
  lab = await furnishLab(server, rows, people, { open: false });
  await longAgo(await hashes());
});
afterAll(() => server.close());

/** What is stored of the model of the lab. */
async function hashes(): Promise<string[]> {
  const { db } = server.services;
  const [of] = await db.select().from(model).where(eq(model.id, lab.modelId));
  const [measured] = await db
    .select()
    .from(measurement)
    .where(eq(measurement.modelId, lab.modelId));
  const { encoder, decoder, map } = of?.manifest.files ?? {};
  return [encoder, decoder, map, measured].map((file) => file?.sha256 ?? '');
}

async function longAgo(files: readonly string[]) {
  const { storage } = server.services;
  for (const sha256 of files) await utimes(await storage.path(sha256), 1, 1);
}

const stored = async (files: readonly string[]) =>
  Promise.all(files.map((sha256) => server.services.storage.has(sha256)));
const fetched = async (sha256: string, who = people.viewer) =>
  (await fetch(`${server.origin}/api/files/${lab.labId}/${sha256}`, { headers: who.headers }))
    .status;
const remove = (views: number) => api.model.remove({ modelId: lab.modelId, views });

test('it is asked first: how many views there are, and what goes', async () => {
  const { modelId } = lab;
  const plan = { views: 1, rooms: 1, directions: 1, measurements: 1 };
  expect(await api.model.deletion({ modelId })).toEqual(plan);
  await expect(remove(0)).rejects.toMatchObject({
    ...{ code: 'CONFLICT', message: expect.stringContaining('1 views') as string },
  });
  await giveRole(
    server,
    { labId: lab.labId, userId: people.viewer.person.id, role: 'editor' },
    'member',
  );
  const asEditor = await caller(server, people.viewer);
  await expect(asEditor.model.remove({ modelId, views: 1 })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(await api.model.get({ modelId })).toMatchObject({ id: modelId });
});

test('with views, everything else goes, the views open as before, and their files stay', async () => {
  const { db } = server.services;
  const { modelId, labId, viewCode } = lab;
  const before = await api.view.get({ code: viewCode });
  const files = await hashes();
  const [, decoder = '', , measured = ''] = files;
  await remove(1);
  await expect(api.model.get({ modelId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await api.model.list({ labId })).toEqual([]);
  for (const table of [room, direction, measurement])
    expect(await db.$count(table, eq(table.modelId, modelId))).toBe(0);

  expect(await stored(files)).toEqual([true, true, true, false]);
  expect(await api.view.get({ code: viewCode })).toEqual({ ...before, gone: true });
  expect(await fetched(decoder)).toBe(200);
  expect(await fetched(measured)).toBe(404);
  expect(await fetched(decoder, people.removed)).toBe(404);
  const copy = await api.view.copy({ code: viewCode, title: 'Copy' });
  await expect(api.view.save(lab.view)).rejects.toMatchObject({ code: 'NOT_FOUND' });

  await api.view.remove({ code: viewCode });
  expect(await stored(files)).toEqual([true, true, true, false]);
  expect(await api.view.get({ code: copy.code })).toMatchObject({ gone: true });
  await api.view.remove({ code: copy.code }); // the last
  expect(await stored(files)).toEqual([false, false, false, false]);
  expect(await db.$count(keptModel, eq(keptModel.id, modelId))).toBe(0);
  expect(await fetched(decoder)).toBe(404);
});

test('without views its files go at once', async () => {
  const files = await hashes();
  await api.view.remove({ code: lab.viewCode });
  await remove(0);
  expect(await stored(files)).toEqual([false, false, false, false]);
  expect(await server.services.db.$count(keptModel, eq(keptModel.id, lab.modelId))).toBe(0);
});

test('a file stays that another lab has too, that was stored just now, or while a backup is written', async () => {
  const { db, storage } = server.services;
  const other = await furnishLab(server, rows, people, { open: false });
  const [, decoder = '', map = '', measured = ''] = await hashes();
  const [theirs] = await db.select().from(model).where(eq(model.id, other.modelId));
  if (!theirs) throw new Error('no model');
  const { manifest } = theirs;
  const shared = { ...manifest.files, decoder: { sha256: decoder, bytes: 1 } };
  await db
    .update(model)
    .set({ manifest: { ...manifest, files: shared } })
    .where(eq(model.id, other.modelId));
  await storage.put(await storage.read(map), map);
  await api.view.remove({ code: lab.viewCode });
  await remove(0);
  expect(await stored([decoder, map, measured])).toEqual([true, true, false]);

  const files = await (async () => {
    lab = other;
    const all = await hashes();
    await longAgo(all);
    return all;
  })();
  await api.view.remove({ code: other.viewCode });
  await db.transaction(async (tx) => {
    await tx.execute(`select pg_advisory_xact_lock_shared(${filesLock})`);
    await remove(0);
  });
  expect(await stored(files)).toEqual([true, true, true, true]);
});

test('not while a run measures it', async () => {
  const { modelId } = lab;
  const { db } = server.services;
  const measured = { kind: 'measure' as const, ...smallMeasure };
  const hash = '0'.repeat(64);
  const spec = { ...measured, model: { id: modelId, sha256: hash, encoder: hash, decoder: hash } };
  const [made] = await db
    .insert(run)
    .values({
      ...{ id: `run_${modelId}`, labId: lab.labId, connectomeId: lab.connectomeId, spec },
      ...{ name: 'Structure', corpusSha256: hash, createdBy: people.owner.person.id },
    })
    .returning();
  await expect(remove(1)).rejects.toMatchObject({
    ...{ code: 'CONFLICT', message: expect.stringContaining('"Structure" measures') as string },
  });
  await db
    .update(run)
    .set({ state: 'cancelled' })
    .where(eq(run.id, made?.id ?? ''));
  await remove(1);
});

test('who is in a room of it is told that the room is gone', async () => {
  const inside = visit(server.origin, lab.roomId, people.owner);
  await synced(inside);
  await remove(1);
  expect(await inside.closed).toMatchObject({ code: 4404 });
  // what it still had to write is let go of, not tried for ever
  await appendUpdate(server.services, lab.roomId, Uint8Array.of(0, 0));
  const log = eq(roomUpdate.roomId, lab.roomId);
  expect(await server.services.db.$count(roomUpdate, log)).toBe(0);
});

test('a version that a view names is not given again', async () => {
  const { db } = server.services;
  await remove(1);
  expect(await nextVersion(db, lab.labId)).toBe(2);
  await api.view.remove({ code: lab.viewCode });
  expect(await nextVersion(db, lab.labId)).toBe(1);
});

/** What happens where the model is gone by the time that this has its turn. */
async function meanwhileGone(table: typeof model | typeof keptModel, save: () => Promise<unknown>) {
  const { db } = server.services;
  const waiting = async () => {
    const { rows } = await db.execute(
      sql`select 1 from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rows.length === 1;
  };
  const saved = await db.transaction(async (tx) => {
    await tx.select().from(table).where(eq(table.id, lab.modelId)).for('update');
    const settled = Promise.allSettled([save()]);
    await until('the view waits for its model', waiting);
    await tx.delete(table).where(eq(table.id, lab.modelId));
    return { settled };
  });
  const [outcome] = await saved.settled;
  expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'NOT_FOUND' } });
}

test('a view that comes too late for its model is not saved', async () => {
  await meanwhileGone(model, () => api.view.save(lab.view));
  const { views } = await api.view.list({ labId: lab.labId, mine: false });
  expect(views.map(({ code }) => code)).toEqual([lab.viewCode]);
});

test('a copy that comes too late for what was kept of its model is not saved', async () => {
  await remove(1);
  await meanwhileGone(keptModel, () => api.view.copy({ code: lab.viewCode, title: 'Late' }));
});

test('a view that is saved while its model is deleted has its model, or is refused', async () => {
  for (let story = 0; story < 12; story++) {
    const other = await furnishLab(server, rows, people, { open: false });
    const { modelId, labId } = other;
    const [removed, saved] = await Promise.allSettled([
      api.model.remove({ modelId, views: 1 }),
      api.view.save(other.view),
    ]);
    const { views } = await api.view.list({ labId, mine: false });
    for (const { code } of views)
      expect((await api.view.get({ code })).of.id, `story ${story}`).toBe(modelId);
    expect([removed.status, saved.status]).toContain('fulfilled');
    expect(views).toHaveLength(saved.status === 'fulfilled' ? 2 : 1);
  }
});
