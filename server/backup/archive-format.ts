import { z } from 'zod';

/**
 * A backup is a tar file: `backup.json` (head), `secrets.json`, `tables/<name>` in the text format of Postgres's COPY,
 * `objects/<sha256>`, and at the end `complete.json` (tail). A file that was cut off has no tail.
 */
export const headFile = 'backup.json';
export const secretsFile = 'secrets.json';
export const tailFile = 'complete.json';
export const tablesFolder = 'tables/';
export const objectsFolder = 'objects/';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const backupHead = z.object({
  format: z.literal('latentome-backup-1'),
  madeAt: z.iso.datetime(),
  migrations: z.array(sha256).describe('of the SQL of each migration the database has seen'),
  tables: z.array(
    z.object({
      name: z.string().min(1),
      columns: z.array(z.string().min(1)).min(1),
      rows: z.int().min(0),
      sha256: sha256.describe('of the rows as they stand in the file'),
    }),
  ),
});
export type BackupHead = z.infer<typeof backupHead>;
export type BackupTable = BackupHead['tables'][number];

export const backupSecrets = z.object({
  authSecret: z.string().min(32),
  workerToken: z.string().min(32),
});
export type BackupSecrets = z.infer<typeof backupSecrets>;

export const backupTail = z.object({ objects: z.int().min(0) });

/** What a backup cannot be made of, or a server not be brought back from, in words for whoever asked. */
export class BackupRefusal extends Error {
  override name = 'BackupRefusal';
}
