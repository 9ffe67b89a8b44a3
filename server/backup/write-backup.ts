import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { pack, type Pack } from 'tar-stream';
import { filesLock, type Storage } from '../storage/index.ts';
import {
  BackupRefusal,
  headFile,
  objectsFolder,
  secretsFile,
  tablesFolder,
  tailFile,
  type BackupHead,
  type BackupSecrets,
  type BackupTable,
} from './archive-format.ts';
import { migrationsSeen } from './migrations.ts';
import { copied, tablesInOrder, type TableShape } from './tables.ts';

export type BackupSource = { client: ClientBase; storage: Storage; secrets: BackupSecrets };
export type BackupReport = { rows: number; objects: number; bytes: number };

/**
 * Writes everything a lab's server holds into one file, readable by its owner alone. The server may go on working: what
 * is written is the state of one moment. The file is there whole or not at all.
 *
 * @throws BackupRefusal where a file of this name is there already
 */
export async function writeBackup(source: BackupSource, file: string): Promise<BackupReport> {
  if (await isThere(file)) throw new BackupRefusal(`${file} is there already: name another file.`);
  // Beside the file, where there is room for it.
  const scratch = await mkdtemp(`${file}.unfinished-`);
  try {
    // Until the end nobody removes a file: the tables may name it.
    await source.client.query('select pg_advisory_lock_shared($1)', [filesLock]);
    const head = await dumpTables(source.client, scratch);
    // After the moment of the tables: whatever they name is stored by now, and stays.
    const objects = await source.storage.all();
    const unfinished = path.join(scratch, 'backup');
    const tar = pack();
    await Promise.all([
      fill(tar, { ...source, head, objects, scratch }),
      pipeline(tar, createWriteStream(unfinished, { flags: 'wx', mode: 0o600 })),
    ]);
    await synced(unfinished);
    await rename(unfinished, file);
    await synced(path.dirname(path.resolve(file)));
    const rows = head.tables.reduce((sum, table) => sum + table.rows, 0);
    return { rows, objects: objects.length, bytes: (await stat(file)).size };
  } finally {
    await source.client.query('select pg_advisory_unlock_shared($1)', [filesLock]);
    await rm(scratch, { recursive: true, force: true });
  }
}

async function dumpTables(client: ClientBase, scratch: string): Promise<BackupHead> {
  await client.query('begin isolation level repeatable read read only');
  try {
    const migrations = await migrationsSeen(client);
    const tables: BackupTable[] = [];
    for (const [k, shape] of (await tablesInOrder(client)).entries())
      tables.push(await dumpTable(client, shape, path.join(scratch, String(k))));
    const madeAt = new Date().toISOString();
    return { format: 'latentome-backup-1', madeAt, migrations, tables };
  } finally {
    await client.query('rollback'); // nothing was changed
  }
}

async function dumpTable(
  client: ClientBase,
  shape: TableShape,
  file: string,
): Promise<BackupTable> {
  const hash = createHash('sha256');
  const told = new Transform({
    transform(chunk: Buffer, _, next) {
      hash.update(chunk);
      next(null, chunk);
    },
  });
  const rows = client.query(copyTo(`copy ${copied(shape)} to stdout`));
  await pipeline(rows, told, createWriteStream(file, { mode: 0o600 }));
  return { ...shape, rows: rows.rowCount, sha256: hash.digest('hex') };
}

type Contents = Omit<BackupSource, 'client'> & {
  head: BackupHead;
  objects: readonly string[];
  scratch: string;
};

async function fill(tar: Pack, { head, secrets, objects, storage, scratch }: Contents) {
  const text = (name: string, value: unknown) =>
    void tar.entry({ name, mode: 0o600 }, JSON.stringify(value, null, 2));
  text(headFile, head);
  text(secretsFile, secrets);
  for (const [k, { name }] of head.tables.entries()) {
    const file = path.join(scratch, String(k));
    const { size } = await stat(file);
    await add(tar, tablesFolder + name, size, createReadStream(file));
    await rm(file);
  }
  for (const sha256 of objects) {
    const size = (await storage.bytes(sha256)) ?? 0;
    await add(tar, objectsFolder + sha256, size, await storage.open(sha256));
  }
  text(tailFile, { objects: objects.length });
  tar.finalize();
}

const add = (tar: Pack, name: string, size: number, bytes: Readable) =>
  pipeline(bytes, tar.entry({ name, size, mode: 0o600 }));

const isThere = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );

/** It outlives a power cut only once it is on disk. */
async function synced(place: string): Promise<void> {
  const handle = await open(place, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
