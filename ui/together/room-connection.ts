import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import {
  addPin,
  benchArray,
  createUndo,
  isShareable,
  movePin,
  readBench,
  readShared,
  removePin,
  renamePin,
  setShared,
  sharedMap,
  type SharedView,
  type Standing,
} from '~/core/collab/index.ts';
import type { Pin } from '~/core/contracts/index.ts';
import { createCalls } from './calls.ts';
import { watchDepartures } from './departures.ts';
import { createFollowing } from './following.ts';
import { watchOwnActivity } from './own-activity.ts';
import { createOwnPresence, type OwnPresence } from './own-presence.ts';
import { PeopleWatch } from './people-watch.ts';
import { openRoomSocket, type ConnectionState } from './room-socket.ts';
import { createStore, type Watched } from './store.ts';

/** One stay in a room: its document and everybody's presence, as values that components watch. */
export class RoomConnection {
  readonly doc = new Y.Doc();
  readonly clientId = this.doc.clientID;
  /** Origin of my changes: these are the ones that my undo takes back. */
  readonly origin = Symbol('me');

  readonly state = createStore<ConnectionState>({ kind: 'connecting' });
  readonly standing = createStore<Standing | null>(null);
  readonly shared = createStore<SharedView>(readShared(this.doc));
  readonly bench = createStore<readonly Pin[]>([]);
  readonly steps = createStore({ canUndo: false, canRedo: false });

  readonly #awareness = new Awareness(this.doc);
  readonly #presence = createOwnPresence(this.#awareness);
  readonly #watch = new PeopleWatch(this.#awareness, () => this.standing.get()?.user ?? null);
  readonly people = this.#watch.people;
  readonly #following = createFollowing(this.clientId, this.people, (following) =>
    this.#presence.set({ following }),
  );
  readonly following = this.#following.chosen;
  readonly calls = createCalls(this.clientId, this.people, (change) => this.#presence.tell(change));
  readonly #departures = watchDepartures(this.people, () => this.state.get().kind === 'synced');
  /** Who has left a moment ago. */
  readonly left = this.#departures.left;
  readonly #activity = watchOwnActivity((idle) =>
    this.#presence.tell({ idle: idle ? true : undefined }),
  );
  readonly #undo = createUndo(this.doc, this.origin);
  readonly #socket: ReturnType<typeof openRoomSocket>;
  /** How many of my changes the room does not have. */
  readonly unsent: Watched<number>;
  #mine: Partial<SharedView> = {};

  /** @param denied called when the server refused a change: the caller starts anew with what the room holds */
  constructor(url: string, roomId: string, denied: (reason: string) => void) {
    sharedMap(this.doc).observe(({ keysChanged }) => {
      const kept = Object.entries(this.#mine).filter(([field]) => !keysChanged.has(field));
      this.#mine = Object.fromEntries(kept);
      this.#readShared();
    });
    benchArray(this.doc).observe(() => this.bench.set(readBench(this.doc)));
    for (const event of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const) {
      this.#undo.on(event, () => this.#readSteps());
    }
    this.#socket = openRoomSocket(url, roomId, this.doc, this.#awareness, {
      state: (state) => this.state.set(state),
      standing: (standing) => {
        this.standing.set(standing);
        if (standing.canWrite) this.#mine = {}; // what I see is everybody's from here on
        this.#readShared();
        this.#readSteps();
        this.#watch.read();
      },
      denied,
      open: () => this.#presence.repeat(),
    });
    this.unsent = this.#socket.unsent.count;
  }

  get canWrite(): boolean {
    return this.standing.get()?.canWrite ?? false;
  }

  /** For those who may only look, what they choose is theirs alone, until somebody changes it for all. */
  setShared<K extends keyof SharedView>(field: K, value: NonNullable<SharedView[K]>): void {
    if (this.canWrite) {
      setShared(this.doc, field, value, this.origin);
    } else if (isShareable(field, value)) {
      this.#mine = { ...this.#mine, [field]: value };
      this.shared.set({ ...this.shared.get(), [field]: value });
    }
  }

  pin(value: Pin): void {
    if (this.canWrite) addPin(this.doc, value, this.origin);
  }

  unpin(pinId: string): void {
    if (this.canWrite) removePin(this.doc, pinId, this.origin);
  }

  rename(pinId: string, name: string): void {
    if (this.canWrite) renamePin(this.doc, pinId, name, this.origin);
  }

  /** Puts a pin at a place in the bench, counted from 0. */
  move(pinId: string, to: number): void {
    if (this.canWrite) movePin(this.doc, pinId, to, this.origin);
  }

  undo(): void {
    if (this.canWrite) this.#undo.undo();
  }

  redo(): void {
    if (this.canWrite) this.#undo.redo();
  }

  setPresence(
    change: Partial<Omit<OwnPresence, 'following' | 'idle' | 'calling' | 'declined'>>,
  ): void {
    this.#presence.set(change);
  }

  /** Follows a client, or nobody. */
  follow(clientId: number | null): void {
    if (clientId !== null) this.calls.stopCalling();
    this.#following.follow(clientId);
  }

  close(): void {
    this.#following.stop();
    this.calls.stop();
    this.#departures.stop();
    this.#activity.stop();
    this.#watch.stop();
    this.#presence.stop();
    this.#socket.provider.destroy();
    this.#undo.destroy();
    this.doc.destroy(); // and the awareness with it
  }

  #readShared(): void {
    this.shared.set({ ...readShared(this.doc), ...this.#mine });
  }

  #readSteps(): void {
    const { undoStack, redoStack } = this.#undo;
    this.steps.set({
      canUndo: this.canWrite && undoStack.length > 0,
      canRedo: this.canWrite && redoStack.length > 0,
    });
  }
}
