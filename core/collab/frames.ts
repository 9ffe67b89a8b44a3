import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/**
 * The wire of a room: the messages of y-websocket 3, byte for byte, so that its stock client works.
 * Numbers are variable-length (7 bits a byte, low first); byte strings carry their length before them.
 */
export const messageKind = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3 } as const;
const syncKind = { step1: 0, step2: 1, update: 2 } as const;

/** `standing` is ours: the stock client passes over auth messages it does not know. */
const authKind = { denied: 0, standing: 1 } as const;

/** Why the server closed. 4400-4499 are decisions, which the stock client does not try to overcome. */
export const closeCode = {
  malformed: 4400,
  unauthenticated: 4401,
  forbidden: 4403,
  noRoom: 4404,
  slow: 4408,
  roomClosed: 4410,
  full: 4503,
} as const;

export type Frame =
  | { kind: 'step1'; stateVector: Uint8Array }
  | { kind: 'step2' | 'update'; update: Uint8Array }
  | { kind: 'awareness'; payload: Uint8Array }
  | { kind: 'query-awareness' }
  | { kind: 'denied'; reason: string }
  | { kind: 'standing'; json: string };

/** Reads one message. Throws on an unknown kind, a cut message or bytes left over. */
export function readFrame(bytes: Uint8Array): Frame {
  const decoder = decoding.createDecoder(bytes);
  const frame = readBody(decoder, decoding.readVarUint(decoder));
  if (decoding.hasContent(decoder)) throw new Error('bytes left over after the message');
  return frame;
}

function readBody(decoder: decoding.Decoder, kind: number): Frame {
  switch (kind) {
    case messageKind.sync: {
      const step = decoding.readVarUint(decoder);
      const content = decoding.readVarUint8Array(decoder);
      if (step === syncKind.step1) return { kind: 'step1', stateVector: content };
      if (step === syncKind.step2) return { kind: 'step2', update: content };
      if (step === syncKind.update) return { kind: 'update', update: content };
      throw new Error(`unknown sync step ${step}`);
    }
    case messageKind.awareness:
      return { kind: 'awareness', payload: decoding.readVarUint8Array(decoder) };
    case messageKind.auth:
      return readAuth(decoder);
    case messageKind.queryAwareness:
      return { kind: 'query-awareness' };
    default:
      throw new Error(`unknown message kind ${kind}`);
  }
}

/** Whether the rest of a sync message, for a y-websocket provider, answers a first step. */
export const isAnswer = (decoder: decoding.Decoder): boolean =>
  decoding.peekVarUint(decoder) === syncKind.step2;

/** The rest of an auth message, for the handler that a y-websocket provider calls. */
export function readAuth(
  decoder: decoding.Decoder,
): Extract<Frame, { kind: 'denied' | 'standing' }> {
  const what = decoding.readVarUint(decoder);
  const text = decoding.readVarString(decoder);
  if (what === authKind.denied) return { kind: 'denied', reason: text };
  if (what === authKind.standing) return { kind: 'standing', json: text };
  throw new Error(`unknown auth message ${what}`);
}

const syncFrame = (step: number, content: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageKind.sync);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, content);
  });

export const step1Frame = (stateVector: Uint8Array) => syncFrame(syncKind.step1, stateVector);
export const step2Frame = (update: Uint8Array) => syncFrame(syncKind.step2, update);
export const updateFrame = (update: Uint8Array) => syncFrame(syncKind.update, update);

const authFrame = (what: number, text: string): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageKind.auth);
    encoding.writeVarUint(encoder, what);
    encoding.writeVarString(encoder, text);
  });

export const deniedFrame = (reason: string) => authFrame(authKind.denied, reason);
export const standingFrame = (json: string) => authFrame(authKind.standing, json);
