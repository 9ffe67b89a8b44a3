import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '~/db/client.ts';
import { migrate } from '~/db/migrate.ts';
import { startCluster } from '../postgres/cluster.ts';
import { withName } from './database-name.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of a migrated, empty database that others are copied from. */
    templateUrl: string;
    /** Where all workers of a run of tests keep what JAX compiled, which is most of their work. */
    compiled: string;
  }
}

/** One real Postgres for a whole test run, in a temporary folder. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'latentome-test-'));
  const cluster = await startCluster({
    folder,
    password: randomBytes(16).toString('hex'),
    durable: false,
  });
  const { pool } = openDatabase(cluster.url);
  await pool.query('create database template');
  await pool.end();
  const templateUrl = withName(cluster.url, 'template');
  const template = openDatabase(templateUrl);
  await migrate(template);
  await template.pool.end();
  project.provide('templateUrl', templateUrl);
  const { JAX_COMPILATION_CACHE_DIR } = process.env; // `npm test` has one for all its stages
  project.provide('compiled', JAX_COMPILATION_CACHE_DIR ?? path.join(folder, 'compiled'));
  return async () => {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
