import fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as auth from 'y-protocols/auth';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as sync from 'y-protocols/sync';
import * as Y from 'yjs';
import { awarenessFrame, readEntries } from './awareness-entries.ts';
import {
  deniedFrame,
  messageKind,
  readFrame,
  standingFrame,
  step1Frame,
  step2Frame,
  updateFrame,
} from './frames.ts';

const doc = new Y.Doc();
doc.getMap('shared').set('seed', 1);
const update = Y.encodeStateAsUpdate(doc);

/** A message as y-protocols writes it. */
const theirs = (kind: number, write: (encoder: encoding.Encoder) => void) =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, kind);
    write(encoder);
  });

describe('messages', () => {
  it('are those of y-protocols, byte for byte', () => {
    const { sync: s, auth: a } = messageKind;
    expect(step1Frame(Y.encodeStateVector(doc))).toEqual(
      theirs(s, (e) => sync.writeSyncStep1(e, doc)),
    );
    expect(step2Frame(update)).toEqual(theirs(s, (e) => sync.writeSyncStep2(e, doc)));
    expect(updateFrame(update)).toEqual(theirs(s, (e) => sync.writeUpdate(e, update)));
    expect(deniedFrame('no')).toEqual(theirs(a, (e) => auth.writePermissionDenied(e, 'no')));
  });

  it('are read as they were written', () => {
    expect(readFrame(step1Frame(Uint8Array.of(0)))).toEqual({
      kind: 'step1',
      stateVector: Uint8Array.of(0),
    });
    expect(readFrame(step2Frame(update))).toEqual({ kind: 'step2', update });
    expect(readFrame(updateFrame(update))).toEqual({ kind: 'update', update });
    expect(readFrame(deniedFrame('no'))).toEqual({ kind: 'denied', reason: 'no' });
    expect(readFrame(standingFrame('{}'))).toEqual({ kind: 'standing', json: '{}' });
    expect(readFrame(Uint8Array.of(messageKind.queryAwareness))).toEqual({
      kind: 'query-awareness',
    });
  });

  it('throw when they are cut or have too much, and never do worse', () => {
    const whole = updateFrame(update);
    for (let length = 0; length < whole.length; length++) {
      expect(() => readFrame(whole.slice(0, length))).toThrow();
    }
    expect(() => readFrame(Uint8Array.from([...whole, 0]))).toThrow();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        try {
          readFrame(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
      }),
      { seed: 20261122, numRuns: 2_000 },
    );
  });
});

describe('awareness entries', () => {
  it('are those of y-protocols', () => {
    const awareness = new Awareness(doc);
    awareness.setLocalState({ cursor: [1, 2] });
    const payload = encodeAwarenessUpdate(awareness, [doc.clientID]);
    const entry = { clientId: doc.clientID, clock: 1, json: '{"cursor":[1,2]}' };
    expect(readEntries(payload)).toEqual([entry]);
    const frame = theirs(messageKind.awareness, (e) => encoding.writeVarUint8Array(e, payload));
    expect(awarenessFrame([entry])).toEqual(frame);
    awareness.destroy();
  });

  it('that are not wanted are stepped over', () => {
    const entries = [1, 2, 3].map((clientId) => ({
      clientId,
      clock: 7,
      json: `{"é":${clientId}}`,
    }));
    const frame = readFrame(awarenessFrame(entries));
    if (frame.kind !== 'awareness') throw new Error('not awareness');
    expect(readEntries(frame.payload, (clientId) => clientId === 2)).toEqual([entries[1]]);
    const cut = frame.payload.slice(0, -1);
    expect(() => readEntries(cut, () => false)).toThrow();
  });
});
