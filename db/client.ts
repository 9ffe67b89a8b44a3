import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';
import * as schema from './schema/index.ts';

export type Database = NodePgDatabase<typeof schema>;

/** Inside `db.transaction(async (tx) => ...)`; a `Database` fits wherever this is asked for. */
export type Queries = Omit<Database, '$client'>;

/**
 * Opens a pool of connections to Postgres.
 *
 * A connection that breaks while idle is dropped by the pool; `onError` only gets to tell about it.
 * The caller ends the pool.
 */
export function openDatabase(
  url: string,
  { max = 10, onError = () => undefined }: { max?: number; onError?: (error: Error) => void } = {},
): { db: Database; pool: Pool } {
  const pool = new Pool({ connectionString: url, max, connectionTimeoutMillis: 30_000 });
  pool.on('error', onError);
  return { db: drizzle(pool, { schema }), pool };
}
