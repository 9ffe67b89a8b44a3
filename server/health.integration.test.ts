import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sql } from 'drizzle-orm';
import { worker } from '~/db/schema/index.ts';
import { withName } from './testing/database-name.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';
import { Client } from 'pg';
import { inject } from 'vitest';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.close());

const health = async () => {
  const answer = await fetch(`${server.origin}/api/health`);
  return { status: answer.status, body: (await answer.json()) as unknown };
};

async function allowConnections(allowed: boolean): Promise<void> {
  const name = new URL(server.databaseUrl).pathname.slice(1);
  const client = new Client({ connectionString: withName(inject('templateUrl'), 'latentome') });
  await client.connect();
  await client.query(`alter database ${name} with allow_connections ${allowed}`);
  await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = $1`, [
    name,
  ]);
  await client.end();
}

test('tells server, database and workers apart', async () => {
  expect(await health()).toMatchObject({
    status: 200,
    body: {
      server: { state: 'up' },
      database: { state: 'up' },
      workers: { state: 'none', seen: 0, registered: 1 },
    },
  });
  await server.services.db.update(worker).set({ lastSeenAt: sql`now()` });
  expect((await health()).body).toMatchObject({ workers: { state: 'up', seen: 1 } });
  await server.services.db.update(worker).set({ lastSeenAt: sql`now() - interval '31 seconds'` });
  expect((await health()).body).toMatchObject({ workers: { state: 'none', seen: 0 } });
});

test('a database that goes away is said, survived, and found again', async () => {
  await allowConnections(false);
  expect(await health()).toMatchObject({
    status: 503,
    body: { server: { state: 'up' }, database: { state: 'down' }, workers: { state: 'unknown' } },
  });
  await allowConnections(true);
  await vi.waitFor(async () => expect((await health()).status).toBe(200), { timeout: 10_000 });
});
