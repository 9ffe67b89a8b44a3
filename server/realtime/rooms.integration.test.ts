import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { readShared, setShared } from '~/core/collab/index.ts';
import { person } from '~/core/contracts/index.ts';
import { enterAsGuest, signUp, type SignedUp } from '../testing/people.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import * as persistence from './persistence.ts';
import { closing, knock, makeRoom, roomUrl, synced, visit, type Visit } from './testing.ts';
import { eventually } from './eventually.ts';

let server: TestServer;
let ada: SignedUp;
let ben: SignedUp;
let roomId: string;
const visits: Visit[] = [];

const enter = (as: SignedUp | null, doc?: Y.Doc) => {
  const entered = visit(server.origin, roomId, as, doc);
  visits.push(entered);
  return entered;
};

beforeAll(async () => {
  server = await startTestServer();
  [ada, ben] = await Promise.all([signUp(server, 'Ada'), signUp(server, 'Ben')]);
});
afterEach(() => {
  vi.restoreAllMocks();
  for (const one of visits.splice(0)) one.leave();
});
afterAll(() => server.close());

const freshRoom = async (openToGuests = false) => {
  ({ roomId } = await makeRoom(
    server,
    [
      [ada, 'owner'],
      [ben, 'editor'],
    ],
    openToGuests,
  ));
};

describe('the door', () => {
  it('closes with the reason for a stranger, an outsider and a room that is not', async () => {
    await freshRoom();
    const outsider = await signUp(server, 'Otto');
    expect(await enter(null).closed).toMatchObject({ code: 4401 });
    expect(await enter(outsider).closed).toMatchObject({ code: 4403 });
    roomId = 'room_that_is_not';
    expect(await enter(ada).closed).toMatchObject({ code: 4404 });
  });

  it('lets a guest into a lab open to guests and into no other', async () => {
    const guest = await enterAsGuest(server, 'Gil');
    await freshRoom(true);
    await synced(enter(guest));
    await freshRoom(false);
    expect(await enter(guest).closed).toMatchObject({ code: 4403 });
  });

  it('does not open to another site that borrows the cookie', async () => {
    await freshRoom();
    const foreign = { ...ada, headers: { ...ada.headers, origin: 'https://elsewhere.example' } };
    const socket = knock(server.origin, roomId, foreign);
    expect((await closing(socket)).code).toBe(1006);
  });

  it('is for one level of path only', async () => {
    const socket = knock(server.origin, `${roomId}/more`, ada);
    expect((await closing(socket)).code).toBe(4404);
    expect(roomUrl('http://a', 'b')).toBe('ws://a/rooms/b');
  });
});

describe('the document', () => {
  it('reaches everybody, both ways', async () => {
    await freshRoom();
    const [a, b] = [enter(ada), enter(ben)];
    await Promise.all([synced(a), synced(b)]);
    setShared(a.doc, 'seed', 7, 'ada');
    await eventually(() => expect(readShared(b.doc).seed).toBe(7));
    setShared(b.doc, 'seed', 8, 'ben');
    await eventually(() => expect(readShared(a.doc).seed).toBe(8));
  });

  it('takes in what was changed while apart', async () => {
    await freshRoom();
    const a = enter(ada);
    await synced(a);
    const doc = new Y.Doc();
    setShared(doc, 'color', 'density', 'ben');
    enter(ben, doc);
    await eventually(() => expect(readShared(a.doc).color).toBe('density'));
  });

  it('is loaded once, however many come at the same moment', async () => {
    await freshRoom();
    const load = vi.spyOn(persistence, 'loadDoc');
    await Promise.all(Array.from({ length: 20 }, (_, i) => synced(enter(i % 2 ? ada : ben))));
    expect(load).toHaveBeenCalledTimes(1);
    expect(server.services.rooms?.stats().connections).toBe(20);
  });
});

describe('presence', () => {
  it('shows people to each other and ends with them', async () => {
    await freshRoom();
    const [a, b] = [enter(ada), enter(ben)];
    a.provider.awareness.setLocalStateField('cursor', [1, 2]);
    await eventually(() => expect(b.sees(a)).toMatchObject({ cursor: [1, 2] }));
    a.leave();
    await eventually(() => expect(b.sees(a)).toBeUndefined());
  });

  it('ends when the socket dies without a word', async () => {
    await freshRoom();
    const [a, b] = [enter(ada), enter(ben)];
    await eventually(() => expect(b.sees(a)).toBeDefined());
    a.provider.shouldConnect = false;
    a.provider.ws?.close();
    await eventually(() => expect(b.sees(a)).toBeUndefined());
  });

  it('tells who is there to somebody who comes later', async () => {
    await freshRoom();
    const a = enter(ada);
    a.provider.awareness.setLocalStateField('cursor', [3]);
    await synced(a);
    const b = enter(ben);
    await eventually(() => expect(b.sees(a)).toMatchObject({ cursor: [3] }));
  });

  it('has different colours for different people', async () => {
    await freshRoom();
    const [a, b, c] = [enter(ada), enter(ben), enter(ben)];
    await eventually(() => {
      const colours = [b.sees(a), a.sees(b), a.sees(c)].map(
        (state) => person.parse(state?.user).color,
      );
      expect(new Set(colours).size).toBe(2);
      expect(colours[1]).toBe(colours[2]);
    });
  });
});
