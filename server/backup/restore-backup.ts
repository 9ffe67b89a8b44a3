import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import type { ClientBase, Pool } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { extract, type Extract } from 'tar-stream';
import type { z } from 'zod';
import type { Database } from '~/db/client.ts';
import { migrate } from '~/db/migrate.ts';
import { StorageRefusal, type Storage } from '../storage/index.ts';
import {
  BackupRefusal,
  backupHead,
  backupSecrets,
  backupTail,
  headFile,
  objectsFolder,
  secretsFile,
  tablesFolder,
  tailFile,
  type BackupHead,
  type BackupSecrets,
  type BackupTable,
} from './archive-format.ts';
import { migrationsKnown, withFirstMigrations } from './migrations.ts';
import { copied, setSequences, tablesInOrder } from './tables.ts';

export type RestoreTarget = {
  db: Database;
  pool: Pool;
  storage: Storage;
  /** Hears them before anything is there for good. */
  keepSecrets: (secrets: BackupSecrets) => Promise<void>;
};
export type RestoreReport = { madeAt: string; rows: number; objects: number };

/**
 * Brings everything of a backup into an empty database and its storage: all of it or nothing. A backup of an older build
 * gets the migrations it lacks.
 *
 * @throws BackupRefusal where the file is no backup, damaged, cut off or of a newer build, or the database is not empty
 */
export async function restoreBackup(target: RestoreTarget, file: string): Promise<RestoreReport> {
  const entries = extract();
  const reading = pipeline(createReadStream(file), entries);
  reading.catch(() => undefined); // told by whoever reads the entries
  const parts: Parts = entries[Symbol.asyncIterator]();
  try {
    const head = await headOf(parts, file);
    const known = await migrationsKnown();
    if (head.migrations.some((hash, k) => hash !== known[k]))
      throw new BackupRefusal(
        `${file} was made by a newer or another build of Latentome: restore it with that one.`,
      );
    await withFirstMigrations(head.migrations.length, (folder) => migrate(target, folder));
    const client = await target.pool.connect();
    let report: RestoreReport;
    try {
      report = await inOneTransaction(client, () => fill({ ...target, client }, head, parts, file));
    } finally {
      client.release();
    }
    await migrate(target);
    return report;
  } catch (error) {
    throw isTarError(error)
      ? new BackupRefusal(`${file} is damaged or cut off: ${said(error)}`)
      : error;
  } finally {
    entries.destroy();
  }
}

type Parts = ReturnType<Extract[typeof Symbol.asyncIterator]>;
type Part = { name: string; bytes: Readable };

async function next(parts: Parts): Promise<Part | null> {
  const found = await parts.next();
  return found.done ? null : { name: found.value.header.name, bytes: Readable.from(found.value) };
}

async function headOf(parts: Parts, file: string): Promise<BackupHead> {
  const first = await next(parts).catch((error: unknown) => {
    if (isTarError(error)) return null;
    throw error;
  });
  if (first?.name !== headFile) throw new BackupRefusal(`${file} is no backup of Latentome.`);
  return jsonOf(backupHead, first.bytes, file);
}

async function fill(
  { client, storage, keepSecrets }: RestoreTarget & { client: ClientBase },
  head: BackupHead,
  parts: Parts,
  file: string,
): Promise<RestoreReport> {
  await refuseUnlessEmpty(client);
  const tables = new Map(head.tables.map((table) => [tablesFolder + table.name, table]));
  let objects = 0;
  for (let part = await next(parts); part; part = await next(parts)) {
    const { name, bytes } = part;
    const table = tables.get(name);
    if (name === secretsFile) await keepSecrets(await jsonOf(backupSecrets, bytes, file));
    else if (table) {
      await loadTable(client, table, bytes, file);
      tables.delete(name);
    } else if (name.startsWith(objectsFolder)) {
      await keepObject(storage, name.slice(objectsFolder.length), bytes, file);
      objects++;
    } else if (name === tailFile) {
      const told = await jsonOf(backupTail, bytes, file);
      if (tables.size > 0 || told.objects !== objects) break;
      await setSequences(client);
      const rows = head.tables.reduce((sum, each) => sum + each.rows, 0);
      return { madeAt: head.madeAt, rows, objects };
    } else throw new BackupRefusal(`${file} holds ${name}, which no backup has.`);
  }
  throw new BackupRefusal(`${file} is not whole. Nothing was restored.`);
}

async function refuseUnlessEmpty(client: ClientBase): Promise<void> {
  for (const { name } of await tablesInOrder(client)) {
    const { rows } = await client.query(`select from ${client.escapeIdentifier(name)} limit 1`);
    if (rows.length > 0)
      throw new BackupRefusal(
        'There is something in this installation already, and a backup would mix with it. Nothing was changed. ' +
          'Restore into another folder (LATENTOME_DATA) or database (DATABASE_URL).',
      );
  }
}

async function keepObject(storage: Storage, address: string, bytes: Readable, file: string) {
  try {
    await storage.put(bytes, address);
  } catch (error) {
    if (!(error instanceof StorageRefusal)) throw error;
    throw new BackupRefusal(`${file} is damaged: ${error.message} Nothing was restored.`);
  }
}

async function loadTable(client: ClientBase, table: BackupTable, bytes: Readable, file: string) {
  const hash = createHash('sha256');
  const heard = new Transform({
    transform(chunk: Buffer, _, then) {
      hash.update(chunk);
      then(null, chunk);
    },
  });
  const rows = client.query(copyFrom(`copy ${copied(table)} from stdin`));
  await pipeline(bytes, heard, rows).catch((error: unknown) => {
    if (!refusesData(error)) throw error;
    throw new BackupRefusal(
      `${file} is damaged at the table ${table.name}: ${said(error)}. Nothing was restored.`,
    );
  });
  if (rows.rowCount !== table.rows || hash.digest('hex') !== table.sha256)
    throw new BackupRefusal(`${file} is damaged at the table ${table.name}. Nothing was restored.`);
}

async function inOneTransaction<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const made = await work();
    await client.query('commit');
    return made;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function jsonOf<T>(shape: z.ZodType<T>, bytes: Readable, file: string): Promise<T> {
  const read = shape.safeParse(parsed(await text(bytes)));
  if (!read.success) throw new BackupRefusal(`${file} is no backup of Latentome, or damaged.`);
  return read.data;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** Rows that Postgres cannot take: class 22 (data) and 23 (integrity) of its errors. */
const refusesData = (error: unknown) =>
  error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code));

const said = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** What tar-stream says of bytes that are no archive, or not all of one. */
const isTarError = (error: unknown) =>
  /invalid tar header|unexpected end of data/i.test(said(error));
