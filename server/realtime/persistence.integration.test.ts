import { asc, eq } from 'drizzle-orm';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { readShared, setShared } from '~/core/collab/index.ts';
import { roomUpdate } from '~/db/schema/index.ts';
import { openServices, closeServices, type Services } from '../services.ts';
import { signUp, type SignedUp } from '../testing/people.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { Journal } from './journal.ts';
import * as persistence from './persistence.ts';
import { makeRoom, synced, visit, type Visit } from './testing.ts';
import { eventually } from './eventually.ts';

let server: TestServer;
let ada: SignedUp;
let roomId: string;

beforeAll(async () => {
  server = await startTestServer({ rooms: { lingerMs: 0 } });
  ada = await signUp(server, 'Ada');
});
beforeEach(async () => {
  ({ roomId } = await makeRoom(server, [[ada, 'owner']]));
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => server.close());

const rows = () =>
  server.services.db
    .select({ seq: roomUpdate.seq })
    .from(roomUpdate)
    .where(eq(roomUpdate.roomId, roomId))
    .orderBy(asc(roomUpdate.seq));

/** A document that tells its changes to a journal. */
function written(
  services: Pick<Services, 'db' | 'log'>,
  settings = { delayMs: 0, compactAfter: 10 },
) {
  const doc = new Y.Doc();
  const journal = new Journal(services, roomId, 0, settings);
  doc.on('update', (update: Uint8Array) => journal.append(update));
  return { doc, journal };
}

describe('the log of a room', () => {
  it('gives back what was written, also after it was compacted', async () => {
    const { doc, journal } = written(server.services);
    for (let seed = 1; seed <= 35; seed++) {
      setShared(doc, 'seed', seed, null);
      await journal.flush();
    }
    expect((await rows()).length).toBeLessThanOrEqual(10);
    const loaded = await persistence.loadDoc(server.services, roomId);
    expect(readShared(loaded.doc).seed).toBe(35);
    expect(Y.encodeStateVector(loaded.doc)).toEqual(Y.encodeStateVector(doc));
  });

  it('takes many changes into one row', async () => {
    const { doc, journal } = written(server.services, { delayMs: 60_000, compactAfter: 10 });
    for (let seed = 1; seed <= 35; seed++) setShared(doc, 'seed', seed, null);
    await journal.flush();
    expect(await rows()).toHaveLength(1);
  });

  it('loses nothing to two servers that write and compact at once', async () => {
    const writers = Array.from({ length: 4 }, () => written(server.services));
    await Promise.all(
      writers.map(async ({ doc, journal }, k) => {
        for (let i = 0; i < 25; i++) {
          doc.getMap('shared').set(`writer ${k}, change ${i}`, true);
          await journal.flush();
        }
      }),
    );
    const { doc } = await persistence.loadDoc(server.services, roomId);
    expect(doc.getMap('shared').size).toBe(100);
    expect((await rows()).length).toBeLessThan(100);
  });

  it('is written in the end when the database fails in between', async () => {
    const append = persistence.appendUpdate;
    let failures = 0;
    const { doc, journal } = written({ ...server.services, log: pino({ level: 'silent' }) });
    vi.spyOn(persistence, 'appendUpdate').mockImplementation((...call) => {
      if (failures++ < 2) return Promise.reject(new Error('the database is away'));
      return append(...call);
    });
    setShared(doc, 'seed', 5, null);
    expect(await journal.flush()).toBe(false);
    setShared(doc, 'color', 'density', null);
    await eventually(async () => expect(await rows()).toHaveLength(1));
    const loaded = await persistence.loadDoc(server.services, roomId);
    expect(readShared(loaded.doc)).toMatchObject({ seed: 5, color: 'density' });
    journal.stop();
  });
});

describe('a room', () => {
  it('is put away when the last has left, with what they did, and comes back', async () => {
    const first = visit(server.origin, roomId, ada);
    await synced(first);
    setShared(first.doc, 'seed', 9, null);
    first.leave();
    await eventually(() =>
      expect(server.services.rooms?.stats()).toEqual({ rooms: 0, connections: 0 }),
    );
    const second = visit(server.origin, roomId, ada);
    await eventually(() => expect(readShared(second.doc).seed).toBe(9));
    second.leave();
  });

  it('is written whole when its server stops in good order', async () => {
    const own = await startTestServer({ rooms: { journal: { delayMs: 60_000, compactAfter: 9 } } });
    let reader: Services | null = null;
    let one: Visit | null = null;
    try {
      const ben = await signUp(own, 'Ben');
      const made = await makeRoom(own, [[ben, 'owner']]);
      reader = await openServices(own.services.env, own.services.log);
      one = visit(own.origin, made.roomId, ben);
      const other = visit(own.origin, made.roomId, ben);
      setShared(one.doc, 'seed', 77, null);
      await eventually(() => expect(readShared(other.doc).seed).toBe(77));
      other.leave();
      await own.services.rooms?.close();
      const { doc } = await persistence.loadDoc(reader, made.roomId);
      expect(readShared(doc).seed).toBe(77);
    } finally {
      one?.leave();
      if (reader) await closeServices(reader);
      await own.close();
    }
  });
});
