import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { awarenessFrame, readBench, addPin } from '~/core/collab/index.ts';
import type { LabPerson } from '~/core/contracts/index.ts';
import { room as roomTable } from '~/db/schema/index.ts';
import { eventually } from '../../realtime/eventually.ts';
import { closing, knock, synced, visit, type Visit } from '../../realtime/testing.ts';
import { furnishLab, furniture } from '../../testing/furnished-lab.ts';
import { caller, enterAsGuest, signUp, type SignedUp } from '../../testing/people.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
let ada: SignedUp;
let ben: SignedUp;
let gone: SignedUp;
let rows: Awaited<ReturnType<typeof furniture>>;
let room: { labId: string; roomId: string; modelId: string };
const visits: Visit[] = [];
const streams: AbortController[] = [];

const enter = (as: SignedUp, roomId = room.roomId) => {
  const entered = visit(server.origin, roomId, as);
  visits.push(entered);
  return entered;
};

beforeAll(async () => {
  server = await startTestServer({ rooms: { beatsPerCheck: Infinity } });
  rows = await furniture(server);
  ada = await signUp(server, 'Ada');
  [ben, gone] = await Promise.all([signUp(server, 'Ben'), signUp(server, 'Removed')]);
});
afterEach(() => {
  for (const one of visits.splice(0)) one.leave();
  for (const one of streams.splice(0)) one.abort();
});
afterAll(() => server.close());

const fresh = async (openToGuests = false) => {
  const people = { owner: ada, viewer: ben, removed: gone };
  room = await furnishLab(server, rows, people, { open: openToGuests });
};
const listed = async (as = ada) => {
  const rooms = await (await caller(server, as)).room.list({ labId: room.labId });
  return rooms.find(({ id }) => id === room.roomId);
};

/** What somebody with a page of the lab open is told of who is there, the latest first. */
function watch(as: SignedUp): LabPerson[][] {
  const heard: LabPerson[][] = [];
  const stop = new AbortController();
  streams.push(stop);
  const input = encodeURIComponent(JSON.stringify({ labId: room.labId }));
  const read = async () => {
    const answer = await fetch(`${server.origin}/api/trpc/run.watchLab?input=${input}`, {
      headers: as.headers,
      signal: stop.signal,
    });
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      text += part.value;
      const lines = text.split('\n');
      text = lines.pop() ?? '';
      for (const line of lines) {
        if (!line.startsWith('data: {"kind":"people"')) continue;
        heard.unshift((JSON.parse(line.slice(6)) as { people: LabPerson[] }).people);
      }
    }
  };
  read().catch(() => undefined); // cut by the end of the test
  return heard;
}
const places = (people: readonly LabPerson[] | undefined) =>
  people?.map(({ user, rooms }) =>
    [user.name, ...rooms.map((stay) => (stay.idle ? 'idle' : 'in'))].join(' '),
  );

const toldWhy: unknown = expect.stringMatching(/closed.*kept/);

test('a room that is closed shows everyone out with a reason, and lets nobody in', async () => {
  await fresh();
  const [a, b] = [enter(ada), enter(ben)];
  await Promise.all([a, b].map(synced));
  await (await caller(server, ada)).room.close({ roomId: room.roomId });
  for (const one of [a, b]) expect(await one.closed).toMatchObject({ code: 4410, reason: toldWhy });
  expect(await closing(knock(server.origin, room.roomId, ada))).toMatchObject({ code: 4410 });
  expect((await listed())?.closedAt).not.toBeNull();
});

test('who may not be in a room does not learn that it is closed', async () => {
  await fresh();
  await (await caller(server, ada)).room.close({ roomId: room.roomId });
  const otto = await signUp(server, 'Otto');
  expect((await closing(knock(server.origin, room.roomId, otto))).code).toBe(4403);
});

test('opened again it is as it was, to what was pinned a moment before it closed', async () => {
  await fresh();
  const a = enter(ada);
  await synced(a);
  const probe = { z: [0, 0], seed: 1, conditions: 0 };
  const by = { id: ada.person.id, name: 'Ada', color: '#009988' };
  const stored = { model: 'm', n: 2, adjacency: 'Bg==', borderline: 0, at: 0, by };
  addPin(a.doc, { id: 'pin', name: 'kept', probe, ...stored }, 'ada');
  const other = enter(ben);
  await eventually(() => expect(readBench(other.doc)).toHaveLength(1)); // the server has it
  const asAda = await caller(server, ada);
  await asAda.room.close({ roomId: room.roomId });
  await a.closed;
  await asAda.room.reopen({ roomId: room.roomId });
  expect((await listed())?.closedAt).toBeNull();
  const later = enter(ben);
  await synced(later);
  expect(readBench(later.doc).map(({ name }) => name)).toEqual(['kept']);
});

test('closing twice is one deed, and so is opening twice', async () => {
  await fresh();
  const asAda = await caller(server, ada);
  const { roomId, labId } = room;
  await Promise.all([asAda.room.close({ roomId }), asAda.room.close({ roomId })]);
  await asAda.room.reopen({ roomId });
  await asAda.room.reopen({ roomId });
  const { events } = await asAda.lab.events({ labId });
  expect(events.map(({ what, name }) => [what, name])).toEqual([
    ['room opened again', 'Tuesday'],
    ['room closed', 'Tuesday'],
  ]);
});

test('a closed room keeps its name and is not counted', async () => {
  await fresh();
  const asAda = await caller(server, ada);
  const { modelId } = room;
  const made = await asAda.room.create({ modelId, name: 'Friday' });
  const counted = async () =>
    (await asAda.lab.list()).find(({ id }) => id === room.labId)?.counts.rooms;
  expect(await counted()).toBe(2);
  await asAda.room.close({ roomId: made.id });
  expect(await counted()).toBe(1);
  const again = asAda.room.create({ modelId, name: 'Friday' });
  await expect(again).rejects.toMatchObject({ code: 'CONFLICT' });
});

test('when somebody came or left last is known of each room', async () => {
  await fresh();
  const { db } = server.services;
  const [long, longer] = [new Date('2026-01-02'), new Date('2026-01-01')];
  const one = eq(roomTable.id, room.roomId);
  const active = async () => (await listed())?.activeAt ?? '';
  await db.update(roomTable).set({ createdAt: longer }).where(one);
  expect(await active()).toBe(longer.toISOString()); // its making, while nobody has come
  const a = enter(ada);
  await eventually(async () => expect((await active()) > long.toISOString()).toBe(true));
  await synced(a);
  await db.update(roomTable).set({ activeAt: long }).where(one);
  expect(await active()).toBe(long.toISOString());
  a.leave();
  await eventually(async () => expect((await active()) > long.toISOString()).toBe(true));
});

test('whoever has a page of the lab open hears who is where, each person once', async () => {
  await fresh();
  const heard = watch(ben);
  await eventually(() => expect(places(heard[0])).toEqual(['Ben']));
  const [a, again] = [enter(ada), enter(ada)];
  await Promise.all([a, again].map(synced));
  await eventually(() => expect(places(heard[0])).toEqual(['Ada in', 'Ben']));
  a.provider.awareness.setLocalState({ cursor: null, idle: true });
  again.provider.awareness.setLocalState({ cursor: null, idle: true });
  await eventually(() => expect(places(heard[0])).toEqual(['Ada idle', 'Ben']));
  again.leave();
  a.leave();
  await eventually(() => expect(places(heard[0])).toEqual(['Ben']));
  const other = watch(ada);
  await eventually(() => expect(places(other[0])).toEqual(['Ada', 'Ben']));
  streams[0]?.abort();
  await eventually(() => expect(places(other[0])).toEqual(['Ada']));
});

test('who one is elsewhere is the server’s to say, and an odd state is not idle', async () => {
  await fresh();
  const heard = watch(ben);
  const forger = knock(server.origin, room.roomId, ada);
  await new Promise((resolve) => forger.once('open', resolve));
  const say = (clock: number, state: object) =>
    forger.send(awarenessFrame([{ clientId: 7, clock, json: JSON.stringify(state) }]));
  say(1, { user: { id: ben.person.id, name: 'Ben', color: '#000000' }, idle: true });
  await eventually(() => expect(places(heard[0])).toEqual(['Ada idle', 'Ben']));
  say(2, { idle: 'yes' });
  await eventually(() => expect(places(heard[0])).toEqual(['Ada in', 'Ben']));
  forger.close();
});

test('a guest is there too where guests may be, and nobody outside hears of it', async () => {
  await fresh(true);
  const passer = await enterAsGuest(server, 'Passer-by');
  const heard = watch(ada);
  watch(passer);
  await eventually(() => expect(places(heard[0])).toEqual(['Ada', 'Passer-by']));
  await (await caller(server, ada)).lab.setOpenToGuests({ labId: room.labId, open: false });
  await eventually(() => expect(places(heard[0])).toEqual(['Ada']));
});
