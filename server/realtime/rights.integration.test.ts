import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { and, eq } from 'drizzle-orm';
import {
  addPin,
  awarenessFrame,
  readBench,
  readFrame,
  readShared,
  setShared,
  standing,
  type Standing,
} from '~/core/collab/index.ts';
import type { Role } from '~/core/contracts/index.ts';
import { lab, membership } from '~/db/schema/index.ts';
import { caller, enterAsGuest, signUp, type SignedUp } from '../testing/people.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { closing, knock, makeRoom, synced, visit, type Visit } from './testing.ts';
import { eventually } from './eventually.ts';

let server: TestServer;
let ada: SignedUp;
let ben: SignedUp;
let room: { labId: string; roomId: string };
const visits: Visit[] = [];

const enter = (as: SignedUp) => {
  const entered = visit(server.origin, room.roomId, as);
  visits.push(entered);
  return entered;
};

/** What a use-case does when roles change, without its rights. */
async function giveBen(role: Role | null) {
  const { db, bus } = server.services;
  const row = and(eq(membership.labId, room.labId), eq(membership.userId, ben.person.id));
  if (role === null) await db.delete(membership).where(row);
  else await db.update(membership).set({ role }).where(row);
  await bus.publish({ topic: 'membership', id: room.labId, userId: ben.person.id, role });
}

beforeAll(async () => {
  // Rights are never looked at by the clock here: what happens, announcements do.
  server = await startTestServer({ rooms: { beatsPerCheck: Infinity } });
  [ada, ben] = await Promise.all([signUp(server, 'Ada'), signUp(server, 'Ben')]);
});
afterEach(() => {
  for (const one of visits.splice(0)) one.leave();
});
afterAll(() => server.close());

const freshRoom = async (bens: Role) => {
  room = await makeRoom(server, [
    [ada, 'owner'],
    [ben, bens],
  ]);
};

it('writes the name of a person itself, whatever the client claims', async () => {
  await freshRoom('editor');
  const [a, b] = [enter(ada), enter(ben)];
  b.provider.awareness.setLocalState({
    user: { id: ada.person.id, name: 'Ada', color: '#000000' },
  });
  await eventually(() => expect(a.sees(b)?.user).toMatchObject({ id: ben.person.id, name: 'Ben' }));
});

it('lets nobody speak for another', async () => {
  await freshRoom('editor');
  const a = enter(ada);
  a.provider.awareness.setLocalStateField('cursor', [1]);
  const watcher = enter(ada);
  await eventually(() => expect(watcher.sees(a)).toMatchObject({ cursor: [1] }));

  const forger = knock(server.origin, room.roomId, ben);
  await new Promise((resolve) => forger.once('open', resolve));
  const about = (clientId: number, json: string) => ({ clientId, clock: 1_000_000, json });
  const forged = [about(a.doc.clientID, 'null'), about(a.doc.clientID, '{"cursor":[9]}')];
  forger.send(awarenessFrame([...forged, about(4711, '{"cursor":[4]}')]));
  forger.send(awarenessFrame(forged));

  const ofForger = () => watcher.provider.awareness.getStates().get(4711);
  await eventually(() => expect(ofForger()).toMatchObject({ user: { id: ben.person.id } }));
  expect(watcher.sees(a)).toMatchObject({ cursor: [1], user: { id: ada.person.id } });
  forger.close();
  await eventually(() => expect(ofForger()).toBeUndefined());
});

it('lets a reader look and be seen, and change nothing', async () => {
  await freshRoom('viewer');
  const [a, b] = [enter(ada), enter(ben)];
  await Promise.all([synced(a), synced(b)]);
  const told = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  setShared(b.doc, 'seed', 1, 'ben');
  await eventually(() => expect(told).toHaveBeenCalledWith(expect.stringContaining('not change')));
  told.mockRestore();
  b.provider.awareness.setLocalStateField('cursor', [5]);
  await eventually(() => expect(a.sees(b)).toMatchObject({ cursor: [5] }));
  // The cursor was sent after the change: had the change been let through, it would be here by now.
  expect(readShared(a.doc).seed).toBeNull();
  setShared(a.doc, 'color', 'density', 'ada');
  await eventually(() => expect(readShared(b.doc).color).toBe('density'));
  const later = enter(ada);
  await synced(later);
  expect(readShared(later.doc).seed).toBeNull();
});

it('closes the socket of a member who is removed, as soon as it is announced', async () => {
  await freshRoom('editor');
  const [a, b] = [enter(ada), enter(ben)];
  await eventually(() => expect(a.sees(b)).toBeDefined());
  await giveBen(null);
  expect(await b.closed).toMatchObject({ code: 4403 });
  await eventually(() => expect(a.sees(b)).toBeUndefined());
  expect(a.provider.wsconnected).toBe(true);
});

it('closes the sockets of all who are no members when a lab is closed to guests, and of nobody else', async () => {
  const asAda = await caller(server, ada);
  room = await makeRoom(server, [
    [ada, 'owner'],
    [ben, 'viewer'],
  ]);
  const open = { openToGuests: true };
  await server.services.db.update(lab).set(open).where(eq(lab.id, room.labId));
  const [passer, cleo] = [await enterAsGuest(server, 'Passer-by'), await signUp(server, 'Cleo')];
  const other = await makeRoom(server, [[ada, 'owner']], true);
  const [a, b] = [enter(ada), enter(ben)];
  const gone = [enter(passer), enter(cleo)];
  const elsewhere = visit(server.origin, other.roomId, passer);
  visits.push(elsewhere);
  await Promise.all([a, b, ...gone, elsewhere].map(synced));
  await asAda.lab.setOpenToGuests({ labId: room.labId, open: false });
  for (const one of gone) expect(await one.closed).toMatchObject({ code: 4403 });
  await eventually(() => expect(a.sees(gone[0] ?? a)).toBeUndefined());
  for (const one of [a, b, elsewhere]) expect(one.provider.wsconnected).toBe(true);
  const late = knock(server.origin, room.roomId, passer);
  expect((await closing(late)).code).toBe(4403);
});

it('closes the socket of a member whom an owner removes, by the procedure itself', async () => {
  room = await makeRoom(server, [
    [ada, 'owner'],
    [ben, 'editor'],
  ]);
  const asAda = await caller(server, ada);
  const b = enter(ben);
  await synced(b);
  await asAda.lab.removeMember({ labId: room.labId, userId: ben.person.id });
  expect(await b.closed).toMatchObject({ code: 4403 });
});

it('a pin is of who wrote it, for everybody, whatever it says', async () => {
  await freshRoom('editor');
  const [a, b] = [enter(ada), enter(ben)];
  await synced(a);
  await synced(b);
  const by = { id: 'somebody', name: 'Cajal', color: '#009988' };
  const probe = { z: [0, 0], seed: 1, conditions: 0 };
  const stored = { model: 'm', n: 2, adjacency: 'Bg==', borderline: 0, name: 'forged', at: 0 };
  addPin(b.doc, { id: 'forged', probe, ...stored, by }, 'ben');
  for (const { doc } of [a, b])
    await eventually(() => expect(readBench(doc).map((pin) => pin.by.name)).toEqual(['Ben']));
});

it('takes and gives the right to write while somebody is there, and says so', async () => {
  await freshRoom('editor');
  const a = enter(ada);
  await synced(a);
  const b = enter(ben);
  await synced(b);
  const heard: Standing[] = [];
  // the later of Ben's two connections: roles are told in the order of entering
  const socket = knock(server.origin, room.roomId, ben);
  socket.on('message', (data) => {
    const frame = readFrame(data instanceof Buffer ? data : Buffer.alloc(0));
    if (frame.kind === 'standing') heard.push(standing.parse(JSON.parse(frame.json)));
  });
  await eventually(() => expect(heard.map((one) => one.canWrite)).toEqual([true]));
  await giveBen('viewer');
  await eventually(() => expect(heard.map((one) => one.canWrite)).toEqual([true, false]));
  await giveBen('commenter');
  await eventually(() => expect(heard.map((one) => one.canWrite)).toEqual([true, false, true]));
  setShared(b.doc, 'seed', 3, 'ben');
  await eventually(() => expect(readShared(a.doc).seed).toBe(3));
  socket.close();
  await closing(socket);
});

it('closes the socket of somebody who signed out when rights are next looked at', async () => {
  const short = await startTestServer({ rooms: { beatMs: 50, beatsPerCheck: 1 } });
  try {
    const cleo = await signUp(short, 'Cleo');
    const { roomId } = await makeRoom(short, [[cleo, 'owner']]);
    const c = visit(short.origin, roomId, cleo);
    visits.push(c);
    await synced(c);
    const headers = { ...cleo.headers, 'content-type': 'application/json' };
    await fetch(`${short.origin}/api/auth/sign-out`, { method: 'POST', headers, body: '{}' });
    expect(await c.closed).toMatchObject({ code: 4401 });
  } finally {
    await short.close();
  }
});
