import { fileURLToPath } from 'node:url';
import { migrate as apply } from 'drizzle-orm/node-postgres/migrator';
import type { Pool } from 'pg';
import type { Database } from './client.ts';

export const migrationsFolder = fileURLToPath(new URL('../drizzle', import.meta.url));

// Any constant does; it only has to be the same in every process of this project.
const migrationLock = 7_140_131;

/**
 * Brings a database up to the newest schema; does nothing when it is there already.
 *
 * Two servers starting at once take turns, by an advisory lock held on its own connection.
 *
 * @param folder migrations to apply: all of this build unless given
 */
export async function migrate(
  { db, pool }: { db: Database; pool: Pool },
  folder = migrationsFolder,
): Promise<void> {
  const holder = await pool.connect();
  try {
    await holder.query('select pg_advisory_lock($1)', [migrationLock]);
    await apply(db, { migrationsFolder: folder });
    await holder.query('select pg_advisory_unlock($1)', [migrationLock]);
  } finally {
    holder.release(true); // the lock goes with its connection, whatever happened
  }
}
