import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ClientBase } from 'pg';
import { z } from 'zod';
import { migrationsFolder } from '~/db/migrate.ts';

const journal = z.looseObject({ entries: z.array(z.looseObject({ tag: z.string() })) });
const journalFile = path.join('meta', '_journal.json');

/** Hashes of the migrations a database has seen, oldest first. */
export async function migrationsSeen(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ hash: string }>(
    'select hash from drizzle.__drizzle_migrations order by created_at',
  );
  return rows.map(({ hash }) => hash);
}

/** Hashes of the migrations of this build, oldest first. */
export async function migrationsKnown(): Promise<string[]> {
  const { entries } = await readJournal();
  return Promise.all(
    entries.map(async ({ tag }) =>
      createHash('sha256')
        .update(await readFile(sqlOf(tag)))
        .digest('hex'),
    ),
  );
}

/** Gives `use` a folder with the first `count` migrations of this build alone. */
export async function withFirstMigrations<T>(
  count: number,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'latentome-migrations-'));
  try {
    const whole = await readJournal();
    const entries = whole.entries.slice(0, count);
    await mkdir(path.join(folder, 'meta'));
    await writeFile(path.join(folder, journalFile), JSON.stringify({ ...whole, entries }));
    for (const { tag } of entries) await cp(sqlOf(tag), path.join(folder, `${tag}.sql`));
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const sqlOf = (tag: string) => path.join(migrationsFolder, `${tag}.sql`);

const readJournal = async () =>
  journal.parse(JSON.parse(await readFile(path.join(migrationsFolder, journalFile), 'utf8')));
