import path from 'node:path';
import { openDatabase, type Database } from '~/db/client.ts';
import type { Pool } from 'pg';
import type { Settings } from '../env.ts';
import { startCluster } from '../postgres/cluster.ts';
import { openSecrets } from '../secrets.ts';
import { openFolderStorage, type Storage } from '../storage/index.ts';

export type Installation = { db: Database; pool: Pool; storage: Storage };

/**
 * Lends the database and the storage of this installation. The embedded Postgres is started where no server has it
 * running, and ended again.
 */
export async function withInstallation<T>(
  { databaseUrl, dataFolder }: Pick<Settings, 'databaseUrl' | 'dataFolder'>,
  use: (installation: Installation) => Promise<T>,
): Promise<T> {
  const cluster = databaseUrl === undefined ? await embedded(dataFolder) : null;
  try {
    const { db, pool } = openDatabase(databaseUrl ?? cluster?.url ?? '');
    try {
      const objects = path.join(dataFolder, 'objects');
      const storage = await openFolderStorage(objects, { beside: true });
      return await use({ db, pool, storage });
    } finally {
      await pool.end();
    }
  } finally {
    if (cluster && !cluster.adopted) await cluster.stop();
  }
}

async function embedded(dataFolder: string) {
  const { postgresPassword } = await openSecrets(dataFolder);
  return startCluster({ folder: path.join(dataFolder, 'postgres'), password: postgresPassword });
}
