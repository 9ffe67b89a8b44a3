import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { WebSocket as NodeSocket, WebSocketServer } from 'ws';
import * as Y from 'yjs';
import {
  addPin,
  awarenessFrame,
  closeCode,
  deniedFrame,
  readBench,
  readFrame,
  readShared,
  standingFrame,
  step1Frame,
  step2Frame,
  type Frame,
} from '~/core/collab/index.ts';
import { RoomConnection } from './room-connection.ts';
import { createRoomVisit } from './room-visit.ts';

const eventually = (check: () => void) => vi.waitFor(check, { timeout: 20_000, interval: 5 });
const user = { id: 'ada', name: 'Ada', color: '#009988' };
let server: WebSocketServer;
let doc: Y.Doc;
let heard: Frame[];
let open: RoomConnection[];
let deaf = false; // takes no changes and answers nothing

/** A room server reduced to what a page meets. */
async function serve(port = 0, canWrite = true): Promise<number> {
  server = new WebSocketServer({ port, host: '127.0.0.1' });
  server.on('connection', (socket) => {
    socket.send(step1Frame(Y.encodeStateVector(doc)));
    socket.send(standingFrame(JSON.stringify({ user, canWrite })));
    socket.on('message', (data) => {
      const frame = readFrame(data instanceof Buffer ? data : Buffer.alloc(0));
      heard.push(frame);
      if (deaf) return;
      if (frame.kind === 'step1') {
        socket.send(step2Frame(Y.encodeStateAsUpdate(doc, frame.stateVector)));
      } else if (frame.kind === 'step2' || frame.kind === 'update') {
        Y.applyUpdate(doc, frame.update);
      }
    });
  });
  await new Promise((resolve) => server.once('listening', resolve));
  return (server.address() as AddressInfo).port;
}
const stop = () =>
  new Promise((resolve) => {
    for (const socket of server.clients) socket.terminate();
    server.close(resolve);
  });
const enter = (port: number, denied: (reason: string) => void = () => undefined) => {
  const room = new RoomConnection(`ws://127.0.0.1:${port}/rooms`, 'tuesday', denied);
  open.push(room);
  return room;
};
const states = (room: RoomConnection, kind: string) =>
  eventually(() => expect(room.state.get().kind).toBe(kind));

vi.setConfig({ testTimeout: 60_000 });
beforeEach(() => {
  vi.stubGlobal('WebSocket', NodeSocket);
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run, 1));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  [doc, heard, open] = [new Y.Doc(), [], []];
  deaf = false;
});
afterEach(async () => {
  for (const room of open) room.close();
  await stop();
  vi.unstubAllGlobals();
});

it('says when it is in, when it is cut off, and when it is back, and keeps what was changed meanwhile', async () => {
  const port = await serve();
  const room = enter(port);
  expect(room.state.get().kind).toBe('connecting');
  await states(room, 'synced');
  room.setShared('seed', 1);
  await eventually(() => expect(readShared(doc).seed).toBe(1));
  await stop();
  await states(room, 'offline');
  room.setShared('seed', 2);
  expect(room.shared.get().seed).toBe(2);
  await serve(port);
  await states(room, 'synced');
  await eventually(() => expect(readShared(doc).seed).toBe(2));
});

it('tells others anew who is here after a break, with a clock they take notice of', async () => {
  const port = await serve();
  const room = enter(port);
  room.setPresence({ cursor: [1.234567] });
  const cursors = () => heard.filter((frame) => frame.kind === 'awareness');
  await eventually(() => expect(cursors().length).toBeGreaterThan(1));
  await stop();
  await states(room, 'offline');
  const before = cursors().at(-1);
  await serve(port);
  await states(room, 'synced');
  await eventually(() => expect(cursors().at(-1)).not.toEqual(before));
});

it('takes back my own pins and nobody else’s, also after a break', async () => {
  const port = await serve();
  const room = enter(port);
  await states(room, 'synced');
  const pin = (id: string) => ({
    id,
    probe: { z: [0], seed: 1, conditions: 0 },
    ...{ model: 'm', n: 2, adjacency: 'Bg==', borderline: 0, name: id, by: user, at: 0 },
  });
  room.pin(pin('mine'));
  await eventually(() => expect(readBench(doc)).toHaveLength(1));
  addPin(doc, pin('theirs'), 'somebody else');
  await stop();
  await states(room, 'offline');
  await serve(port);
  await eventually(() => expect(room.bench.get()).toHaveLength(2));
  room.undo();
  room.undo();
  await eventually(() => expect(readBench(doc).map(({ id }) => id)).toEqual(['theirs']));
  expect(room.steps.get()).toEqual({ canUndo: false, canRedo: true });
});

it('does not try again when the server decided against it', async () => {
  const port = await serve();
  server.on('connection', (socket) => socket.close(closeCode.forbidden, 'Not for you.'));
  const room = enter(port);
  await states(room, 'refused');
  expect(room.state.get()).toMatchObject({ code: 4403, reason: 'Not for you.' });
});

it("does not send other people's states back", async () => {
  const port = await serve();
  const room = enter(port);
  await states(room, 'synced');
  const state = {
    user: { ...user, id: 'ben' },
    cursor: [2],
    probe: null,
    view: null,
    following: null,
  };
  for (const socket of server.clients) {
    socket.send(awarenessFrame([{ clientId: 7, clock: 3, json: JSON.stringify(state) }]));
  }
  await eventually(() => expect(room.people.get().map((one) => one.clientId)).toContain(7));
  room.setShared('seed', 9);
  await eventually(() => expect(readShared(doc).seed).toBe(9));
  const mentioned = heard.filter(
    (frame) =>
      frame.kind === 'awareness' && new TextDecoder().decode(frame.payload).includes('ben'),
  );
  expect(mentioned).toEqual([]);
});

it('keeps for itself what somebody chooses who may only look, until it changes for all', async () => {
  const port = await serve(0, false);
  const room = enter(port);
  await eventually(() => expect(room.standing.get()?.canWrite).toBe(false));
  room.setShared('seed', 5);
  expect(room.shared.get().seed).toBe(5);
  expect(readShared(room.doc).seed).toBeNull();
  room.doc.getMap('shared').set('seed', 6); // as if it came from the server
  expect(room.shared.get().seed).toBe(6);
});

it('offers no undo once writing is taken away, and one view for all once it is given', async () => {
  const port = await serve();
  const room = enter(port);
  await states(room, 'synced');
  const say = (canWrite: boolean) => {
    const frame = standingFrame(JSON.stringify({ user, canWrite }));
    for (const socket of server.clients) socket.send(frame);
    return eventually(() => expect(room.canWrite).toBe(canWrite));
  };
  await say(true);
  room.setShared('seed', 1);
  expect(room.steps.get().canUndo).toBe(true);
  await say(false);
  expect(room.steps.get()).toEqual({ canUndo: false, canRedo: false });
  room.setShared('seed', Number.MAX_SAFE_INTEGER + 1);
  expect(room.shared.get().seed).toBe(1);
  room.setShared('seed', 2);
  expect(room.shared.get().seed).toBe(2);
  await say(true);
  expect(room.shared.get().seed).toBe(1);
  expect(room.steps.get().canUndo).toBe(true);
});

it('hears of a change that was refused', async () => {
  const port = await serve();
  const denied = vi.fn();
  const room = enter(port, denied);
  await states(room, 'synced');
  for (const socket of server.clients) socket.send(deniedFrame('no'));
  await eventually(() => expect(denied).toHaveBeenCalledWith('no'));
});

it('knows which changes the room has, over a break of the line too', async () => {
  const port = await serve();
  const room = enter(port);
  await states(room, 'synced');
  room.setShared('seed', 1);
  expect(room.unsent.get()).toBe(1);
  await eventually(() => expect(room.unsent.get()).toBe(0));
  expect(readShared(doc).seed).toBe(1);
  await stop();
  await states(room, 'offline');
  room.setShared('seed', 2);
  room.undo();
  expect(room.unsent.get()).toBe(2);
  await serve(port);
  await states(room, 'synced');
  await eventually(() => expect(room.unsent.get()).toBe(0));
});

it('keeps what a room that closes has not taken, until it is let go', async () => {
  const port = await serve();
  const visit = createRoomVisit(`ws://127.0.0.1:${port}/rooms`, 'tuesday');
  const end = visit.subscribe(() => undefined);
  const room = visit.get();
  if (!room) throw new Error('no room was entered');
  await states(room, 'synced');
  room.setShared('seed', 5);
  await eventually(() => expect(room.unsent.get()).toBe(0));
  deaf = true;
  room.setShared('seed', 6);
  for (const socket of server.clients) socket.close(closeCode.forbidden, 'not open to you');
  await states(room, 'refused');
  expect(visit.held.get()).toMatchObject({ unsent: 1, shared: { seed: 6 } });
  visit.retry();
  expect(visit.held.get()).toMatchObject({ unsent: 1 });
  visit.letGo();
  expect(visit.held.get()).toBeNull();
  end();
});

it('a room that closes and has everything leaves nothing to keep', async () => {
  const port = await serve();
  const visit = createRoomVisit(`ws://127.0.0.1:${port}/rooms`, 'tuesday');
  const end = visit.subscribe(() => undefined);
  const room = visit.get();
  if (!room) throw new Error('no room was entered');
  await states(room, 'synced');
  room.setShared('seed', 5);
  await eventually(() => expect(room.unsent.get()).toBe(0));
  for (const socket of server.clients) socket.close(closeCode.forbidden, 'not open to you');
  await states(room, 'refused');
  expect(visit.held.get()).toBeNull();
  end();
});
