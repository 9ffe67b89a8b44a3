import { randomBytes } from 'node:crypto';
import { WebSocket as NodeSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { z } from 'zod';
import type { Role } from '~/core/contracts/index.ts';
import type { Services } from '../services.ts';
import type { SignedUp } from '../testing/people.ts';

/** A lab with these members and one room; the model under it is a name only, rooms never open it. */
export async function makeRoom(
  { services: { pool } }: { services: Pick<Services, 'pool'> },
  people: [SignedUp, Role][],
  openToGuests = false,
): Promise<{ labId: string; roomId: string }> {
  const key = randomBytes(6).toString('hex');
  const [labId, roomId] = [`lab_${key}`, `room_${key}`];
  await pool.query('insert into lab (id, slug, name, open_to_guests) values ($1, $2, $2, $3)', [
    labId,
    key,
    openToGuests,
  ]);
  for (const [{ person }, role] of people) {
    await pool.query('insert into membership (lab_id, user_id, role) values ($1, $2, $3)', [
      labId,
      person.id,
      role,
    ]);
  }
  await pool.query(
    `insert into connectome (id, lab_id, sha256, name, source, licence, citation, neurons,
       connections, has_positions, statistics, attributes, created_by)
     values ($1, $2, $1, '', '', '', '', 0, 0, false, '{}', '[]', '')`,
    [`cx_${key}`, labId],
  );
  await pool.query(
    `insert into model (id, lab_id, connectome_id, version, name, sha256, manifest, circuits)
     values ($1, $2, $3, 1, '', '', '{}', 0)`,
    [`model_${key}`, labId, `cx_${key}`],
  );
  await pool.query(`insert into room (id, lab_id, model_id, name) values ($1, $2, $3, 'Tuesday')`, [
    roomId,
    labId,
    `model_${key}`,
  ]);
  return { labId, roomId };
}

/** Address of a room's socket. */
export const roomUrl = (origin: string, roomId: string): string =>
  `${origin.replace('http', 'ws')}/rooms/${roomId}`;

/** A bare socket at a room's door, for messages that no honest client sends. */
export function knock(origin: string, roomId: string, as: SignedUp | null): NodeSocket {
  const socket = new NodeSocket(roomUrl(origin, roomId), { headers: as?.headers ?? {} });
  socket.on('error', () => undefined); // its closing says what there is to say
  return socket;
}

/** How a socket was closed. */
export const closing = (socket: NodeSocket): Promise<{ code: number; reason: string }> =>
  new Promise((resolve) => {
    socket.once('close', (code, reason) => resolve({ code, reason: reason.toString() }));
  });

const browserSocket = z.custom<typeof WebSocket>((value) => typeof value === 'function');

export interface Visit {
  doc: Y.Doc;
  provider: WebsocketProvider;
  /** Resolves when the server closed with a code that is a decision. */
  closed: Promise<{ code: number; reason: string }>;
  /** The awareness state this client sees of another. */
  sees(other: Visit): Record<string, unknown> | undefined;
  leave(): void;
}

/** Enters a room with the stock client, as it is. */
export function visit(
  origin: string,
  roomId: string,
  as: SignedUp | null,
  doc = new Y.Doc(),
): Visit {
  class WithCookie extends NodeSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, { headers: as?.headers ?? {} });
    }
  }
  const provider = new WebsocketProvider(`${origin.replace('http', 'ws')}/rooms`, roomId, doc, {
    WebSocketPolyfill: browserSocket.parse(WithCookie),
    disableBc: true,
  });
  // The first state of all, clock 0, is one that no awareness takes notice of.
  provider.awareness.setLocalState({ cursor: null });
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    provider.on('closed', resolve);
  });
  return {
    doc,
    provider,
    closed,
    sees: (other) => provider.awareness.getStates().get(other.doc.clientID),
    leave: () => {
      provider.destroy();
      doc.destroy();
    },
  };
}

/** Resolves when the client has the document of the server. */
export const synced = ({ provider }: Visit): Promise<void> =>
  new Promise((resolve) => {
    if (provider.synced) resolve();
    else provider.on('sync', (state) => state && resolve());
  });
