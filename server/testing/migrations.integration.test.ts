import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { testDatabase } from './test-database.ts';
import { migrate } from '~/db/migrate.ts';
import * as schema from '~/db/schema/index.ts';

const drizzle = fileURLToPath(new URL('../../drizzle/', import.meta.url));
const journal = z.object({ entries: z.array(z.object({ idx: z.int(), tag: z.string() })) });
const snapshot = z.looseObject({ id: z.string() });
const read = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(drizzle + name, 'utf8'));

test('up from empty: every table with every column is there, and a second time changes nothing', async () => {
  const database = await testDatabase({ migrated: false });
  await migrate(database);
  await migrate(database);
  const { rows } = await database.pool.query<{ table_name: string; column_name: string }>(
    `select table_name, column_name from information_schema.columns where table_schema = 'public'`,
  );
  const present = rows.map((row) => `${row.table_name}.${row.column_name}`).sort();
  const declared = Object.values(schema)
    .filter((table) => table instanceof PgTable)
    .map((table) => getTableConfig(table))
    .flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`))
    .sort();
  expect(present).toEqual(declared);
  await database.drop();
});

test('two servers migrating at once take turns', async () => {
  const database = await testDatabase({ migrated: false });
  await Promise.all([migrate(database), migrate(database), migrate(database)]);
  const applied = await database.pool.query('select id from drizzle.__drizzle_migrations');
  const { entries } = journal.parse(await read('meta/_journal.json'));
  expect(applied.rowCount).toBe(entries.length);
  await database.drop();
});

test('the generated SQL is that of db/schema: `npm run migrations` would add nothing', async () => {
  const { entries } = journal.parse(await read('meta/_journal.json'));
  const newest = String(entries.at(-1)?.idx).padStart(4, '0');
  const before = snapshot.parse(await read(`meta/${newest}_snapshot.json`));
  const now = snapshot.parse(generateDrizzleJson(schema, before.id));
  expect(await generateMigration(before, now)).toEqual([]);
});
