import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import {
  awarenessFrame,
  closeCode,
  isAnswer,
  messageKind,
  readAuth,
  standing,
  step1Frame,
  type Standing,
} from '~/core/collab/index.ts';
import { Unsent } from './unsent.ts';

/**
 * connecting: never been in yet · synced: all is shared · offline: was in or tried, comes back by itself,
 * changes are kept until then · refused: the server decided against it, nothing is tried again.
 */
export type ConnectionState =
  | { kind: 'connecting' }
  | { kind: 'synced' }
  | { kind: 'offline' }
  | { kind: 'refused'; code: number; reason: string };

export interface SocketEvents {
  state: (state: ConnectionState) => void;
  standing: (standing: Standing) => void;
  /** The server did not take a change: what the page shows is no longer what the room holds. */
  denied: (reason: string) => void;
  /** Open, before anything is sent. */
  open: () => void;
}

const final: readonly number[] = [
  closeCode.malformed,
  closeCode.unauthenticated,
  closeCode.forbidden,
  closeCode.noRoom,
  closeCode.roomClosed,
];

/**
 * The stock y-websocket provider with its state made visible, back-off to 2.5 s, and two habits changed:
 * it does not send other people's states back to the server, and it does not join windows of one browser
 * past the server, which is the one to say who is who.
 */
export function openRoomSocket(
  url: string,
  roomId: string,
  doc: Y.Doc,
  awareness: Awareness,
  events: SocketEvents,
): { provider: WebsocketProvider; unsent: Unsent } {
  const provider = new WebsocketProvider(url, roomId, doc, {
    awareness,
    connect: false,
    disableBc: true,
    shouldReconnect: (event) => !final.includes(event.code),
  });

  awareness.off('update', provider._awarenessUpdateHandler);
  awareness.on('update', (changes: Record<'added' | 'updated' | 'removed', number[]>) => {
    const me = awareness.clientID;
    if (Object.values(changes).some((ids) => ids.includes(me))) sendMine(provider, awareness);
  });

  provider.messageHandlers[messageKind.auth] = (_reply, decoder) => {
    const message = readAuth(decoder);
    if (message.kind === 'denied') events.denied(message.reason);
    else events.standing(standing.parse(JSON.parse(message.json)));
  };

  const unsent = new Unsent(() => askWhatIsThere(provider, doc));
  const read = provider.messageHandlers[messageKind.sync];
  provider.messageHandlers[messageKind.sync] = (reply, decoder, ...rest) => {
    const answer = isAnswer(decoder) && provider.synced; // the first one is to the provider's own question
    read?.(reply, decoder, ...rest);
    if (answer) unsent.answered();
  };
  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin !== provider) unsent.changed(); // after the provider has sent it
  });
  provider.on('sync', (synced) => {
    if (!synced) return;
    unsent.inStep();
    events.state({ kind: 'synced' });
  });
  provider.on('status', ({ status }) => {
    if (status === 'connected') events.open();
  });
  provider.on('connection-close', () => events.state({ kind: 'offline' }));
  provider.on('closed', ({ code, reason }) => events.state({ kind: 'refused', code, reason }));
  provider.connect();
  return { provider, unsent };
}

/** Any answer will do: it comes after everything that was sent before the question. */
function askWhatIsThere({ ws, synced }: WebsocketProvider, doc: Y.Doc): boolean {
  if (ws?.readyState !== WebSocket.OPEN || !synced) return false;
  ws.send(Uint8Array.from(step1Frame(Y.encodeStateVector(doc))));
  return true;
}

function sendMine({ ws, wsconnected }: WebsocketProvider, awareness: Awareness): void {
  const clientId = awareness.clientID;
  const clock = awareness.meta.get(clientId)?.clock;
  if (ws === null || !wsconnected || ws.readyState !== ws.OPEN || clock === undefined) return;
  const json = JSON.stringify(awareness.getLocalState());
  ws.send(Uint8Array.from(awarenessFrame([{ clientId, clock, json }])));
}
