import { afterAll, beforeAll, expect, test } from 'vitest';
import { pino } from 'pino';
import { openBus, type Bus } from './bus.ts';
import { testDatabase, type TestDatabase } from './testing/test-database.ts';

let database: TestDatabase;
let bus: Bus;
beforeAll(async () => {
  database = await testDatabase();
  bus = await openBus(database.url, database.pool, pino({ level: 'silent' }));
});
afterAll(async () => {
  await bus.close();
  await database.drop();
});

test('what is announced after subscribing is heard, in order, by topic and id, also elsewhere', async () => {
  const elsewhere = await openBus(database.url, database.pool, pino({ level: 'silent' }));
  const stop = new AbortController();
  const one = elsewhere.subscribe('run', 'run_1', stop.signal);
  const all = bus.subscribe('run', null, stop.signal);
  await bus.publish({ topic: 'lab', id: 'run_1' });
  await bus.publish({ topic: 'run', id: 'run_2' });
  await bus.publish({ topic: 'run', id: 'run_1' });
  expect((await one.next()).value).toEqual({ topic: 'run', id: 'run_1' });
  expect((await all.next()).value).toEqual({ topic: 'run', id: 'run_2' });
  expect((await all.next()).value).toEqual({ topic: 'run', id: 'run_1' });
  stop.abort();
  expect(await one.next()).toEqual({ done: true, value: undefined });
  await elsewhere.close();
});

test('after its connection was cut it comes back by itself and says that something may be missed', async () => {
  const stop = new AbortController();
  const heard = bus.subscribe('run', 'run_1', stop.signal);
  await database.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %'`,
  );
  expect((await heard.next()).value).toEqual({ topic: 'reconnected', id: '' });
  await bus.publish({ topic: 'run', id: 'run_1' });
  expect((await heard.next()).value).toEqual({ topic: 'run', id: 'run_1' });
  stop.abort();
});
