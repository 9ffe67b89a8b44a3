import * as Y from 'yjs';
import {
  authorsOf,
  awarenessFrame,
  benchArray,
  closeCode,
  deniedFrame,
  freeColour,
  readFrame,
  renameAuthors,
  signPins,
  step1Frame,
  step2Frame,
  updateFrame,
  type Authors,
  type AwarenessEntry,
} from '~/core/collab/index.ts';
import type { Connection } from './connection.ts';
import type { Journal } from './journal.ts';
import { PresenceTable } from './presence-table.ts';
import { binaryFrame } from './ws-frame.ts';

export interface RoomLimits {
  /** Shortest and longest time that changes are gathered before they are sent to everybody. */
  batchMs: { min: number; max: number };
  docBytes: number;
}

/**
 * One room with its document in memory. What clients send is gathered for some milliseconds, framed once
 * and written to every socket; a flush that took long lengthens the next gathering.
 */
export class Room {
  readonly connections = new Set<Connection>();
  readonly #presence = new PresenceTable();
  readonly #authors: Authors;
  #benchTouched = false;
  #updates: Uint8Array[] = [];
  #timer: NodeJS.Timeout | undefined;
  #batchMs: number;
  #flushedAt = 0;
  #bytes: number;

  constructor(
    readonly doc: Y.Doc,
    readonly journal: Journal,
    private readonly limits: RoomLimits,
  ) {
    this.#batchMs = limits.batchMs.min;
    this.#authors = authorsOf(doc);
    this.#bytes = Y.encodeStateAsUpdate(doc).byteLength;
    benchArray(doc).observe(() => {
      this.#benchTouched = true;
    });
    doc.on('update', (update: Uint8Array) => {
      this.#bytes += update.byteLength;
      this.#updates.push(update);
      journal.append(update);
      this.#plan();
    });
  }

  enter(connection: Connection): void {
    this.connections.add(connection);
    connection.send(step1Frame(Y.encodeStateVector(this.doc)));
    connection.tellStanding();
    const present = this.#presence.snapshot();
    if (present.length > 0) connection.send(awarenessFrame(present));
  }

  leave(connection: Connection): void {
    this.connections.delete(connection);
    this.#presence.remove(connection, Date.now());
    this.#plan();
  }

  /** Takes one message of a client. A malformed one ends the connection and changes nothing. */
  take(from: Connection, message: Uint8Array): void {
    try {
      this.#take(from, message);
    } catch {
      from.close(closeCode.malformed, 'This message was not understood.');
    }
  }

  presence(): AwarenessEntry[] {
    return this.#presence.snapshot();
  }

  colourFor(userId: string): string {
    const others = [...this.connections].map((connection) => connection.user);
    const mine = others.find((user) => user.id === userId);
    return mine?.color ?? freeColour(userId, new Set(others.map((user) => user.color)));
  }

  /** Ids of those who pinned something. */
  authors(): Set<string> {
    return new Set([...this.#authors.values()].map(({ id }) => id));
  }

  /** Names them otherwise on what they pinned, for everybody and for good. */
  renameAuthors(gone: ReadonlySet<string>, name: string): void {
    renameAuthors(this.doc, this.#authors, gone, name);
    this.#benchTouched = false;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.journal.stop();
    this.doc.destroy();
  }

  #take(from: Connection, message: Uint8Array): void {
    const frame = readFrame(message);
    switch (frame.kind) {
      case 'step1':
        from.send(step2Frame(Y.encodeStateAsUpdate(this.doc, frame.stateVector)));
        return;
      case 'step2':
      case 'update':
        this.#change(from, frame.update, frame.kind === 'step2');
        return;
      case 'awareness':
        this.#presence.take(from, frame.payload, Date.now());
        this.#plan();
        return;
      case 'query-awareness':
        from.send(awarenessFrame(this.#presence.snapshot()));
        return;
      default:
        throw new Error(`a client does not send ${frame.kind}`);
    }
  }

  #change(from: Connection, update: Uint8Array, answer: boolean): void {
    // Read to its end before anything is applied: a cut update must not be half in the document.
    const { structs } = Y.decodeUpdate(update);
    if (!from.canWrite) {
      // The answer to our first step repeats every deletion and, of one who only reads, nothing else.
      if (!answer || structs.length > 0) from.send(deniedFrame('You may look but not change.'));
      return;
    }
    if (this.#bytes + update.byteLength > this.limits.docBytes && !this.#hasSpace(update)) {
      from.send(deniedFrame('This room is full. Remove something from its bench.'));
      return;
    }
    Y.applyUpdate(this.doc, update, from);
    if (this.#benchTouched) signPins(this.doc, this.#authors, from.user);
    this.#benchTouched = false;
    this.#settlePending(from);
  }

  /** The running sum counts what has been deleted since; measured only when it seems too much. */
  #hasSpace(update: Uint8Array): boolean {
    this.#bytes = Y.encodeStateAsUpdate(this.doc).byteLength;
    return this.#bytes + update.byteLength <= this.limits.docBytes;
  }

  /** A change built on others that this room never saw: ask the client for them, keep nothing that waits. */
  #settlePending(from: Connection): void {
    const { store } = this.doc;
    if (store.pendingStructs === null && store.pendingDs === null) return;
    store.pendingStructs = null;
    store.pendingDs = null;
    from.send(step1Frame(Y.encodeStateVector(this.doc)));
  }

  /** At once when the room was still, else when the gathering that began with the last flush is over. */
  #plan(): void {
    this.#timer ??= setTimeout(
      () => this.#flush(),
      Math.max(0, this.#flushedAt + this.#batchMs - performance.now()),
    );
  }

  #flush(): void {
    this.#timer = undefined;
    const started = performance.now();
    const updates = this.#updates;
    this.#updates = [];
    if (updates.length > 0) {
      const [only] = updates;
      const whole = updates.length === 1 && only ? only : Y.mergeUpdates(updates);
      const frame = binaryFrame(updateFrame(whole));
      for (const connection of this.connections) connection.write(frame);
    }
    const entries = this.#presence.drain();
    if (entries.length > 0) {
      const frame = binaryFrame(awarenessFrame(entries));
      const gone = entries.filter((entry) => entry.json === 'null');
      for (const connection of this.connections) connection.writePresence(frame, gone);
    }
    const { min, max } = this.limits.batchMs;
    this.#flushedAt = performance.now();
    this.#batchMs = Math.min(max, Math.max(min, 2 * (this.#flushedAt - started)));
  }
}
