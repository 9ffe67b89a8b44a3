import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { messageKind } from './frames.ts';

/** One client's awareness on the wire: `json` is its state, `'null'` when it has left; a higher clock is newer. */
export interface AwarenessEntry {
  clientId: number;
  clock: number;
  json: string;
}

/** What an entry says before its state is read: reading text costs, and most of what arrives is not news. */
export type Wanted = (clientId: number, clock: number) => boolean;

/** Reads the entries that are wanted and steps over the others unread. Throws on a cut payload. */
export function readEntries(payload: Uint8Array, wanted: Wanted = () => true): AwarenessEntry[] {
  const decoder = decoding.createDecoder(payload);
  const count = decoding.readVarUint(decoder);
  const entries: AwarenessEntry[] = [];
  for (let i = 0; i < count; i++) {
    const clientId = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    if (wanted(clientId, clock)) {
      entries.push({ clientId, clock, json: decoding.readVarString(decoder) });
    } else {
      skipBytes(decoder, decoding.readVarUint(decoder));
    }
  }
  if (decoding.hasContent(decoder)) throw new Error('bytes left over after the entries');
  return entries;
}

function skipBytes(decoder: decoding.Decoder, length: number): void {
  if (decoder.pos + length > decoder.arr.length) throw new Error('entry longer than its message');
  decoder.pos += length;
}

/** A whole awareness message holding these entries. */
export const awarenessFrame = (entries: readonly AwarenessEntry[]): Uint8Array => {
  const payload = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const entry of entries) {
      encoding.writeVarUint(encoder, entry.clientId);
      encoding.writeVarUint(encoder, entry.clock);
      encoding.writeVarString(encoder, entry.json);
    }
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, messageKind.awareness);
    encoding.writeVarUint8Array(encoder, payload);
  });
};
