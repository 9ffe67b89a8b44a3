import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '~/db/client.ts';
import { connectome, lab } from '~/db/schema/index.ts';
import { furniture, type FurnishedLab } from '../../testing/furnished-lab.ts';
import { labReader, type LabReader } from '../../testing/lab-state.ts';
import { caller, signUp } from '../../testing/people.ts';
import { send } from '../../testing/send.ts';
import { proposed, soundConnections, soundNeurons } from '../../testing/tables.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { call, spokenLab, stateOf, writes, writeTo } from '../../testing/writes.ts';

let server: TestServer;
let rows: Awaited<ReturnType<typeof furniture>>;
let people: Pick<FurnishedLab, 'owner' | 'viewer' | 'removed'>;
let reader: LabReader;
let pool: ReturnType<typeof openDatabase>['pool'];

beforeAll(async () => {
  server = await startTestServer();
  rows = await furniture(server);
  const [owner, viewer, removed] = await Promise.all([
    signUp(server, 'Ada'),
    signUp(server, 'Ben'),
    signUp(server, 'Cleo'),
  ]);
  people = { owner, viewer, removed };
  pool = openDatabase(server.databaseUrl).pool;
  reader = await labReader(pool);
});
afterAll(async () => {
  await pool.end();
  await server.close();
});

/** So many ways of asking each, some of which change nothing. */
const seeds = [1, 2];
/** Writes that concern nobody but who does them. */
const unwritten = new Set(['comment.watch']);
const isEvent = (line: string) => line.startsWith('lab_event ');

/** While nothing can be written down. */
async function withoutPaper<T>(act: () => Promise<T>): Promise<T> {
  const { db } = server.services;
  await db.execute(sql`create function refuse() returns trigger language plpgsql as
    'begin raise exception ''no paper''; end'`);
  await db.execute(
    sql`create trigger refuse before insert on lab_event for each row execute function refuse()`,
  );
  return act().finally(() => db.execute(sql`drop function refuse() cascade`));
}

describe('whatever changes a lab is written down, or does not happen', () => {
  test.each(writes)('%s', async (path) => {
    for (const seed of seeds) {
      const open = await spokenLab(server, rows, people, 'owner');
      const before = await stateOf(reader, open);
      await call(server.origin, people.owner, writeTo(open, path, seed));
      const after = await stateOf(reader, open);
      const changed = after.filter((line) => !isEvent(line)).join() !== before.join();
      expect(after.some(isEvent), `seed ${seed}`).toBe(changed && !unwritten.has(path));

      if (unwritten.has(path)) continue;
      const closed = await spokenLab(server, rows, people, 'owner');
      const answer = await withoutPaper(() =>
        call(server.origin, people.owner, writeTo(closed, path, seed)),
      );
      expect(await stateOf(reader, closed), `seed ${seed}`).toEqual(before);
      if (changed) expect(answer).toBe('INTERNAL_SERVER_ERROR');
    }
  });

  test('lab.create', async () => {
    const { db } = server.services;
    const api = await caller(server, people.owner);
    const { id: labId } = await api.lab.create({ name: 'Written' });
    const { events } = await api.lab.events({ labId });
    expect(events.map(({ what }) => what)).toEqual(['lab created']);
    const before = await db.$count(lab);
    await expect(withoutPaper(() => api.lab.create({ name: 'Unwritten' }))).rejects.toThrow();
    expect(await db.$count(lab)).toBe(before);
  });

  test('connectome.import', async () => {
    const { db } = server.services;
    const api = await caller(server, people.owner);
    const { id: labId } = await api.lab.create({ name: 'Tables' });
    const tables = async () => ({
      labId,
      neurons: await send(server, people.owner, labId, 'neurons.csv', soundNeurons),
      connections: await send(server, people.owner, labId, 'connections.csv', soundConnections),
      options: proposed('id,class,x_um,y_um,z_um', 'pre,post,synapses'),
      details: { name: 'Small', source: '', licence: '', citation: '' },
    });
    const refused = await tables();
    const before = await db.$count(connectome);
    await expect(withoutPaper(() => api.connectome.import(refused))).rejects.toThrow();
    expect(await db.$count(connectome)).toBe(before);
    await api.connectome.import(await tables());
    const { events } = await api.lab.events({ labId });
    expect(events.map(({ what }) => what)).toEqual(['connectome imported', 'lab created']);
  });
});
