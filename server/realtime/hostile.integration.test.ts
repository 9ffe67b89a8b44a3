import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import {
  awarenessFrame,
  readEntries,
  readFrame,
  readShared,
  setShared,
  sharedMap,
  step1Frame,
  updateFrame,
} from '~/core/collab/index.ts';
import { Generator, streams } from '~/core/random.ts';
import { signUp, type SignedUp } from '../testing/people.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { closing, knock, makeRoom, synced, visit, type Visit } from './testing.ts';
import { eventually } from './eventually.ts';

const KiB = 1024;
let server: TestServer;
let ada: SignedUp;
let ben: SignedUp;
let roomId: string;
const visits: Visit[] = [];

const enter = (as: SignedUp) => {
  const entered = visit(server.origin, roomId, as);
  visits.push(entered);
  return entered;
};
const present = () => server.services.rooms?.stats().connections;
const opened = (socket: WebSocket) => new Promise((resolve) => socket.once('open', resolve));
const bytesOf = (data: unknown) => (data instanceof Buffer ? data : Buffer.alloc(0));

beforeAll(async () => {
  server = await startTestServer({
    rooms: {
      behindBytes: 256 * KiB,
      slowBytes: 4096 * KiB,
      messageBytes: 1024 * KiB,
      framesPerSecond: 1e6,
      bytesPerSecond: 1e9,
      beatMs: 600_000, // nobody here is cut by the clock, however busy the machine
    },
  });
  [ada, ben] = await Promise.all([signUp(server, 'Ada'), signUp(server, 'Ben')]);
});
afterEach(async () => {
  for (const one of visits.splice(0)) one.leave();
  await eventually(() => expect(present()).toBe(0));
});
afterAll(() => server.close());

const freshRoom = async () => {
  ({ roomId } = await makeRoom(server, [
    [ada, 'owner'],
    [ben, 'editor'],
  ]));
};

it('drops a client that does not take away what it is sent, and nobody else', async () => {
  await freshRoom();
  const [a, b] = [enter(ada), enter(ben)];
  await Promise.all([synced(a), synced(b)]);
  const sluggish = knock(server.origin, roomId, ben);
  await opened(sluggish);
  await eventually(() => expect(present()).toBe(3));
  sluggish.pause();
  for (let i = 0; present() === 3; i++) {
    sharedMap(a.doc).set('bulk', `${i}`.padEnd(512 * KiB));
    await eventually(() => expect(sharedMap(b.doc).get('bulk')).toBe(`${i}`.padEnd(512 * KiB)));
    expect(i).toBeLessThan(200);
  }
  sluggish.terminate();
  expect(present()).toBe(2);
});

it('leaves cursors out for a client that lags, and gives it the latest when it reads again', async () => {
  await freshRoom();
  const [a, gone] = [enter(ada), enter(ada)];
  await Promise.all([synced(a), synced(gone)]);
  const sluggish = knock(server.origin, roomId, ben);
  const latest = new Map<number, unknown>();
  let heard = 0;
  sluggish.on('message', (data) => {
    const frame = readFrame(bytesOf(data));
    if (frame.kind !== 'awareness') return;
    heard += 1;
    for (const { clientId, json } of readEntries(frame.payload)) {
      latest.set(clientId, JSON.parse(json));
    }
  });
  await opened(sluggish);
  await eventually(() => expect(latest.size).toBe(2));
  sluggish.pause();
  const witness = enter(ada);
  const rounds = 1500; // 15 kB each: more than the buffers between the two ends hold
  for (let i = 1; i <= rounds; i++) {
    a.provider.awareness.setLocalState({ cursor: [i], bulk: ''.padEnd(15_000) });
    if (i === rounds) gone.leave();
    await eventually(() => expect(witness.sees(a)).toMatchObject({ cursor: [i] }));
  }
  sluggish.resume();
  await eventually(() => {
    expect(latest.get(a.doc.clientID)).toMatchObject({ cursor: [rounds] });
    expect(latest.get(gone.doc.clientID)).toBeNull();
  });
  expect(heard).toBeLessThan(rounds);
  expect(sluggish.readyState).toBe(sluggish.OPEN);
  sluggish.close();
});

it('carries a flood of presence as its latest word, and changes of others through it', async () => {
  await freshRoom();
  const [flooding, witness] = [enter(ada), enter(ben)];
  await Promise.all([synced(flooding), synced(witness)]);
  let heard = 0;
  witness.provider.awareness.on('change', () => (heard += 1));
  const words = 5_000;
  for (let i = 1; i <= words; i++) {
    flooding.provider.awareness.setLocalState({ cursor: [i] });
    if (i === words / 2) setShared(witness.doc, 'seed', 7, 'ben');
  }
  await eventually(() => expect(witness.sees(flooding)).toMatchObject({ cursor: [words] }));
  await eventually(() => expect(readShared(flooding.doc).seed).toBe(7));
  expect(heard).toBeLessThan(words / 2);
  expect(flooding.provider.wsconnected && witness.provider.wsconnected).toBe(true);
});

it('outlives a thousand malformed messages', async () => {
  await freshRoom();
  const witness = enter(ada);
  await synced(witness);
  setShared(witness.doc, 'seed', 42, 'ada');
  const random = new Generator(20261122, streams.bench, 0, 0);
  const samples = [
    step1Frame(Y.encodeStateVector(witness.doc)),
    updateFrame(Y.encodeStateAsUpdate(witness.doc)),
    awarenessFrame([{ clientId: 5, clock: 1, json: '{"cursor":[1,2,3]}' }]),
  ];
  let socket = knock(server.origin, roomId, ben);
  let closed = closing(socket);
  await opened(socket);
  let refused = 0;
  for (let i = 0; i < 1000; i++) {
    socket.send(spoil(samples[random.nextInt(samples.length)] ?? new Uint8Array(), random));
    socket.send(step1Frame(new Uint8Array([0])));
    const code = await Promise.race([closed.then((end) => end.code), answered(socket)]);
    if (code === null) continue;
    refused += 1;
    expect(code).toBe(4400);
    socket = knock(server.origin, roomId, ben);
    closed = closing(socket);
    await opened(socket);
  }
  socket.close();
  expect(refused).toBeGreaterThan(300);

  await eventually(() => expect(present()).toBe(1));
  expect(witness.provider.wsconnected).toBe(true);
  setShared(witness.doc, 'color', 'density', 'ada');
  const later = enter(ben);
  await eventually(() => expect(readShared(later.doc).color).toBe('density'));
  await eventually(() =>
    expect(Y.encodeStateVector(later.doc)).toEqual(Y.encodeStateVector(witness.doc)),
  );
  expect([...witness.provider.awareness.getStates().keys()]).not.toContain(5);
});

it('closes on text, and on a message too large', async () => {
  await freshRoom();
  const text = knock(server.origin, roomId, ben);
  text.once('open', () => text.send('hello'));
  expect((await closing(text)).code).toBe(4400);
  const large = knock(server.origin, roomId, ben);
  large.once('open', () => large.send(Buffer.alloc(1024 * KiB + 1)));
  expect((await closing(large)).code).toBe(1009);
});

it('asks for what a change is built on instead of keeping it waiting', async () => {
  await freshRoom();
  const socket = knock(server.origin, roomId, ben);
  await opened(socket);
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  setShared(doc, 'seed', 1, null);
  setShared(doc, 'seed', 2, null);
  socket.send(updateFrame(updates[1] ?? new Uint8Array()));
  await eventually(async () => expect(await nextKind(socket)).toBe('step1'));
  socket.send(updateFrame(Y.encodeStateAsUpdate(doc)));
  const b = enter(ben);
  await eventually(() => expect(readShared(b.doc).seed).toBe(2));
  socket.close();
});

/** Cuts, flips, lengthens or replaces the bytes of a message. */
function spoil(message: Uint8Array, random: Generator): Uint8Array {
  const bytes = Uint8Array.from(message);
  const byte = () => random.nextInt(256);
  switch (random.nextInt(4)) {
    case 0:
      return bytes.slice(0, random.nextInt(bytes.length));
    case 1:
      for (let k = 0; k <= random.nextInt(4); k++) bytes[random.nextInt(bytes.length)] = byte();
      return bytes;
    case 2:
      return Uint8Array.from([...bytes, byte()]);
    default:
      return Uint8Array.from({ length: 1 + random.nextInt(40) }, byte);
  }
}

/** Resolves with null at the answer to a first step. */
function answered(socket: WebSocket): Promise<null> {
  return new Promise((resolve) => {
    const hear = (data: unknown) => {
      if (readFrame(bytesOf(data)).kind !== 'step2') return;
      socket.off('message', hear);
      resolve(null);
    };
    socket.on('message', hear);
  });
}

const nextKind = (socket: WebSocket): Promise<string> =>
  new Promise((resolve) => {
    socket.once('message', (data) => resolve(readFrame(bytesOf(data)).kind));
  });
