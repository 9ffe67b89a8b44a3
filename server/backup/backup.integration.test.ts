import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Pool } from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Generator } from '~/core/random.ts';
import { migrate } from '~/db/migrate.ts';
import { filesLock, openFolderStorage } from '../storage/index.ts';
import { furnishLab, furniture } from '../testing/furnished-lab.ts';
import { signUp } from '../testing/people.ts';
import { testDatabase, type TestDatabase } from '../testing/test-database.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import type { BackupSecrets } from './archive-format.ts';
import { migrationsKnown, migrationsSeen, withFirstMigrations } from './migrations.ts';
import { restoreBackup } from './restore-backup.ts';
import { tablesInOrder } from './tables.ts';
import { writeBackup } from './write-backup.ts';

const secrets: BackupSecrets = { authSecret: 'a'.repeat(40), workerToken: 'w'.repeat(40) };

let folder: string;
let server: TestServer;
let backup: string;
const opened: TestDatabase[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'latentome-backup-'));
  server = await startTestServer();
  const [owner, viewer, removed] = await Promise.all(
    ['Owner', 'Viewer, "with" \\N\n\t marks', 'Removed'].map((name) => signUp(server, name)),
  );
  if (!owner || !viewer || !removed) throw new Error('Three sign up.');
  await furnishLab(server, await furniture(server), { owner, viewer, removed }, { open: true });
  await server.services.pool.query(
    `insert into run_event (run_id, attempt, seq, event) select id, 1, 0, '{"kind":"log","level":"info","text":"queued"}' from run`,
  );
  backup = path.join(folder, 'whole');
  await write(server.services, backup);
});
afterEach(async () => {
  for (const database of opened.splice(0)) await database.drop();
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

type Source = Pick<TestServer['services'], 'pool' | 'storage'>;

async function write({ pool, storage }: Source, file: string) {
  const client = await pool.connect();
  try {
    return await writeBackup({ client, storage, secrets }, file);
  } finally {
    client.release();
  }
}

async function emptyPlace(migrated = false) {
  const database = await testDatabase({ migrated });
  opened.push(database);
  const objects = await mkdtemp(path.join(folder, 'objects-'));
  const kept: BackupSecrets[] = [];
  const keepSecrets = (told: BackupSecrets) => Promise.resolve(void kept.push(told));
  return { ...database, storage: await openFolderStorage(objects), keepSecrets, kept };
}

/** Every row of every table as text, and every object's hash reckoned anew. */
async function contents({ pool, storage }: Source) {
  const objects = await Promise.all(
    (await storage.all()).map(async (address) => [
      address,
      createHash('sha256')
        .update(await storage.read(address))
        .digest('hex'),
    ]),
  );
  return { tables: await tablesOf(pool), objects };
}

async function tablesOf(pool: Pool): Promise<Record<string, unknown>> {
  const client = await pool.connect();
  try {
    const tables: Record<string, unknown> = {};
    for (const shape of await tablesInOrder(client)) {
      const columns = shape.columns.map((column) => client.escapeIdentifier(column));
      const { rows } = await client.query<{ row: string }>(
        `select row(${columns.join(', ')})::text as row from ${client.escapeIdentifier(shape.name)} order by 1`,
      );
      tables[shape.name] = rows.map(({ row }) => row);
    }
    return tables;
  } finally {
    client.release();
  }
}

test('while it is written nobody may remove a file, and afterwards they may', async () => {
  const { pool, storage } = server.services;
  const free = async () => {
    const { rows } = await pool.query<{ free: boolean }>(
      'select pg_try_advisory_xact_lock($1) as free',
      [filesLock],
    );
    return rows[0]?.free;
  };
  const seen: unknown[] = [];
  const watched = { ...storage, all: async () => (seen.push(await free()), storage.all()) };
  await write({ pool, storage: watched }, path.join(folder, 'watched'));
  expect([...seen, await free()]).toEqual([false, true]);
});

test('every table, every file and the secrets come back as they were', async () => {
  const before = await contents(server.services);
  expect(Object.values(before.tables).flat().length).toBeGreaterThan(10);
  expect(before.objects.length).toBeGreaterThan(3);
  expect((await stat(backup)).mode & 0o777).toBe(0o600);

  const place = await emptyPlace();
  const restored = await restoreBackup(place, backup);
  expect(restored.rows).toBe(Object.values(before.tables).flat().length);
  expect(await contents(place)).toEqual(before);
  expect(place.kept).toEqual([secrets]);
});

test('what is restored can be backed up again, the same to the last byte of every table', async () => {
  const place = await emptyPlace();
  await restoreBackup(place, backup);
  const again = path.join(folder, 'again');
  await write(place, again);
  const third = await emptyPlace(true);
  await restoreBackup(third, again);
  expect(await contents(third)).toEqual(await contents(place));
});

test('what is counted goes on behind the last that was given', async () => {
  const place = await emptyPlace();
  await restoreBackup(place, backup);
  const { rows } = await place.pool.query<{ last: string; next: string }>(
    `select (select max(index) from run_event) as last, nextval(pg_get_serial_sequence('run_event', 'index')) as next`,
  );
  const [{ last, next } = { last: '', next: '' }] = rows;
  expect(Number(last)).toBeGreaterThan(0);
  expect(Number(next)).toBeGreaterThan(Number(last));
});

test('an installation that holds something stays as it is', async () => {
  const place = await emptyPlace(true);
  await place.pool.query(
    `insert into lab (id, slug, name) values ('lab_1', 'here', 'Here before')`,
  );
  const before = await contents(place);
  await expect(restoreBackup(place, backup)).rejects.toThrow(/already/);
  expect(await contents(place)).toEqual(before);
  expect(place.kept).toEqual([]);
});

test('a file that is there is not written over', async () => {
  await expect(write(server.services, backup)).rejects.toThrow(/is there already/);
});

test('cut off anywhere, nothing is restored', async () => {
  const bytes = await readFile(backup);
  const place = await emptyPlace(true);
  const chance = new Generator(7, 0);
  // the last 1024 bytes are the end of a tar file, which tells nothing
  const cuts = Array.from({ length: 24 }, () => chance.nextInt(bytes.length - 1024));
  for (const cut of [0, 1, 511, 512, ...cuts]) {
    const file = path.join(folder, 'cut');
    await writeFile(file, bytes.subarray(0, cut));
    await expect(restoreBackup(place, file), `cut at ${cut}`).rejects.toMatchObject({
      name: 'BackupRefusal',
    });
    expect(Object.values(await tablesOf(place.pool)).flat()).toEqual([]);
  }
});

test('changed anywhere in a table or a file, nothing is restored', async () => {
  const bytes = await readFile(backup);
  const place = await emptyPlace(true);
  for (const words of ['Viewer, "with"', 'Small model', 'encoder of']) {
    const spoiled = Buffer.from(bytes);
    const at = spoiled.indexOf(words);
    expect(at).toBeGreaterThan(0);
    spoiled[at] = (spoiled[at] ?? 0) ^ 1;
    const file = path.join(folder, 'spoiled');
    await writeFile(file, spoiled);
    await expect(restoreBackup(place, file)).rejects.toThrow(/is damaged/);
    expect(Object.values(await tablesOf(place.pool)).flat()).toEqual([]);
  }
});

test.each([
  ['text', Buffer.from('pre,post\n1,2\n')],
  ['zeros', Buffer.alloc(4096)],
])('a file of %s is no backup', async (_, bytes) => {
  const place = await emptyPlace();
  const file = path.join(folder, 'other');
  await writeFile(file, bytes);
  await expect(restoreBackup(place, file)).rejects.toThrow(/no backup of Latentome/);
});

test('a backup of an older build gets the migrations it lacks, one of a newer build is refused', async () => {
  const known = await migrationsKnown();
  const older = await emptyPlace();
  await withFirstMigrations(1, (first) => migrate(older, first));
  await older.pool.query(`insert into lab (id, slug, name) values ('lab_1', 'old', 'An old lab')`);
  const file = path.join(folder, 'older');
  await write(older, file);

  const place = await emptyPlace();
  await restoreBackup(place, file);
  const client = await place.pool.connect();
  expect(await migrationsSeen(client)).toEqual(known);
  client.release();
  expect((await place.pool.query('select name from lab')).rows).toEqual([{ name: 'An old lab' }]);

  await older.pool.query(
    `insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, 9e15)`,
    ['f'.repeat(64)],
  );
  const newer = path.join(folder, 'newer');
  await write(older, newer);
  await expect(restoreBackup(await emptyPlace(), newer)).rejects.toThrow(/newer or another build/);
});
