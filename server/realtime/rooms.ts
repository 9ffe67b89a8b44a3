import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { closeCode } from '~/core/collab/index.ts';
import type { Rooms, Services } from '../services.ts';
import { admit, isRefused, type Admitted } from './admission.ts';
import { Connection } from './connection.ts';
import { nameFormerAuthors } from './former-authors.ts';
import { guardRights } from './rights-guard.ts';
import { noteActivity } from './persistence.ts';
import { RoomShelf } from './room-shelf.ts';
import type { Room } from './room.ts';
import { defaults, type RoomsSettings } from './settings.ts';

const restarting = 1012;
const tryLater = 1013;

/** The rooms of this server, for the stock y-websocket client: `new WebsocketProvider(origin + '/rooms', roomId, doc)`. */
export function createRooms(services: Services, changed: Partial<RoomsSettings> = {}): Rooms {
  const settings = { ...defaults, ...changed };
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: settings.messageBytes,
  });
  const shelf = new RoomShelf(services, settings);
  const guard = guardRights(services);
  const stop = new AbortController();
  let closing = false;

  const hearOfAccounts = async () => {
    for await (const told of services.bus.subscribe('person', null, stop.signal))
      for (const [, room] of await shelf.loaded())
        if (told.topic === 'reconnected' || room.authors().has(told.id))
          await nameFormerAuthors(services, room).catch((error: unknown) =>
            services.log.warn({ err: error }, 'a former member is still named'),
          );
  };
  hearOfAccounts().catch((error: unknown) =>
    services.log.error({ err: error }, 'accounts no longer heard'),
  );

  const accept = (upgrade: Upgrade, then: (ws: WebSocket) => void) => {
    sockets.handleUpgrade(upgrade.request, upgrade.socket, upgrade.head, (ws) => {
      ws.on('error', (error) => services.log.debug({ err: error }, 'room socket'));
      then(ws);
    });
  };

  const note = (roomId: string) =>
    noteActivity(services, roomId).catch((error: unknown) =>
      services.log.warn({ err: error, room: roomId }, 'activity not noted'),
    );

  const open = async (upgrade: Upgrade, roomId: string) => {
    const headers = headersOf(upgrade.request);
    const asked = guard.version;
    const decision = await admit(services, headers, roomId);
    if (isRefused(decision)) {
      accept(upgrade, (ws) => ws.close(decision.code, decision.reason));
      return;
    }
    const inside = new Set<Connection>(); // empty when the socket died at the door
    try {
      const room = await shelf.hold(roomId);
      accept(upgrade, (ws) => {
        if (closing) {
          ws.close(restarting, 'The server restarts.');
        } else if (room.connections.size >= settings.peoplePerRoom) {
          ws.close(closeCode.full, 'This room is full.');
        } else {
          const { labId } = decision;
          const connection = enter(ws, upgrade.socket, room, decision, headers);
          inside.add(connection);
          const { user } = connection;
          const stay = services.whereabouts.arrive({ labId, user, roomId });
          ws.on('message', () => stay.setIdle(connection.idle));
          const watched = { connection, roomId, labId };
          ws.on('close', () => {
            room.leave(connection);
            guard.forget(watched);
            shelf.release(roomId);
            void note(roomId).then(() => stay.leave()); // so that who hears of the leaving reads its time
          });
          void note(roomId);
          guard.watch(watched, asked);
        }
      });
    } finally {
      if (inside.size === 0) shelf.release(roomId);
    }
  };

  const enter = (
    ws: WebSocket,
    stream: Duplex,
    room: Room,
    { person, canWrite }: Admitted,
    headers: Headers,
  ) => {
    const user = {
      id: person.id,
      name: person.name.slice(0, 80),
      color: room.colourFor(person.id),
    };
    const connection = new Connection(ws, stream, user, canWrite, headers, settings, () =>
      room.presence(),
    );
    ws.on('message', (data, isBinary) => {
      if (ws.readyState !== ws.OPEN) return; // told to go: what still comes is not taken
      const message = data instanceof Buffer ? data : Buffer.alloc(0); // what `nodebuffer` gives
      connection.throttle(message.byteLength);
      if (isBinary) room.take(connection, message);
      else connection.close(closeCode.malformed, 'Messages are binary.');
    });
    room.enter(connection);
    return connection;
  };

  let beats = 0;
  const pulse = setInterval(() => {
    for (const { connection } of guard.watched) if (!connection.beat()) connection.ws.terminate();
    beats += 1;
    if (beats % settings.beatsPerCheck === 0) guard.checkAll();
  }, settings.beatMs);

  return {
    handleUpgrade: (request, socket, head) => {
      const upgrade = { request, socket, head };
      socket.on('error', () => socket.destroy());
      const roomId = roomIdOf(request.url);
      if (roomId === null) {
        accept(upgrade, (ws) => ws.close(closeCode.noRoom, 'There is no such room.'));
        return;
      }
      open(upgrade, roomId).catch((error: unknown) => {
        services.log.error({ err: error, room: roomId }, 'room not opened');
        accept(upgrade, (ws) => ws.close(tryLater, 'The server is not ready.'));
      });
    },
    close: async () => {
      closing = true;
      clearInterval(pulse);
      guard.close();
      stop.abort();
      const gone = [...guard.watched].map(({ connection }) => ended(connection.ws));
      await Promise.all(gone);
      await shelf.close();
      sockets.close();
    },
    stats: () => ({ rooms: shelf.size, connections: guard.watched.size }),
  };
}

interface Upgrade {
  request: IncomingMessage;
  socket: Duplex;
  head: Buffer;
}

/** Closes a socket and waits for it, a second at most. */
function ended(ws: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => ws.terminate(), 1_000);
    ws.once('close', () => {
      clearTimeout(cut);
      resolve();
    });
    ws.close(restarting, 'The server restarts.');
  });
}

function roomIdOf(url: string | undefined): string | null {
  const found = /^\/rooms\/([\w-]{1,64})(?:\?|$)/.exec(url ?? '');
  return found?.[1] ?? null;
}

function headersOf(request: IncomingMessage): Headers {
  const headers = new Headers();
  for (const name of ['cookie', 'host', 'origin'] as const) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, value);
  }
  return headers;
}
