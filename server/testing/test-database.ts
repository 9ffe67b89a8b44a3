import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';
import { openDatabase, type Database } from '~/db/client.ts';
import type { Pool } from 'pg';
import { withName } from './database-name.ts';

export type TestDatabase = { url: string; db: Database; pool: Pool; drop(): Promise<void> };

/** A fresh database; `migrated: false` leaves it empty. */
export async function testDatabase({ migrated = true } = {}): Promise<TestDatabase> {
  const templateUrl = inject('templateUrl');
  const name = `test_${randomBytes(8).toString('hex')}`;
  const admin = async (sql: string) => {
    const client = new Client({ connectionString: withName(templateUrl, 'latentome') });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await admin(`create database ${name} template ${migrated ? 'template' : 'template0'}`);
  const url = withName(templateUrl, name);
  const { db, pool } = openDatabase(url);
  return {
    url,
    db,
    pool,
    drop: async () => {
      await pool.end();
      await admin(`drop database if exists ${name} with (force)`);
    },
  };
}
