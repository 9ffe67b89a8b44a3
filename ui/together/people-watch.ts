import type { Awareness } from 'y-protocols/awareness';
import { readPeople, type Present } from '~/core/collab/index.ts';
import type { Person } from '~/core/contracts/index.ts';
import { createStore } from './store.ts';

const idleMs = 60_000;
const lookMs = 10_000;

/** Somebody in the room, and whether they still move. Unchanged people keep their object. */
export interface RoomPerson extends Present {
  /** Milliseconds since 1970 when they last moved, as seen from here. */
  activeAt: number;
  idle: boolean;
}

/** Reads everybody's presence, at most once a frame. */
export class PeopleWatch {
  readonly people = createStore<readonly RoomPerson[]>([]);
  readonly #active = new Map<number, number>();
  readonly #read = new WeakMap<Present, RoomPerson>();
  readonly #look: ReturnType<typeof setInterval>;
  #frame: number | null = null;

  constructor(
    private readonly awareness: Awareness,
    private readonly me: () => Person | null,
  ) {
    // 'change' tells of movement; renewals of an unchanged state come as 'update' only.
    awareness.on('change', this.#moved);
    this.#look = setInterval(() => this.read(), lookMs);
  }

  read(): void {
    this.#cancelFrame();
    const me = { clientId: this.awareness.clientID, user: this.me() };
    const people = readPeople(this.awareness.getStates(), me).map((one) => this.#withActivity(one));
    const before = this.people.get();
    if (people.length === before.length && people.every((one, i) => one === before[i])) return;
    this.people.set(people);
  }

  stop(): void {
    this.awareness.off('change', this.#moved);
    clearInterval(this.#look);
    this.#cancelFrame();
  }

  readonly #moved = ({ added, updated }: Record<'added' | 'updated', number[]>) => {
    for (const clientId of [...added, ...updated]) this.#active.set(clientId, Date.now());
    this.#frame ??= requestAnimationFrame(() => this.read());
  };

  #withActivity(present: Present): RoomPerson {
    const activeAt = this.#active.get(present.clientId) ?? Date.now();
    const idle = Date.now() - activeAt > idleMs;
    const before = this.#read.get(present);
    if (before?.idle === idle) return before;
    const person = { ...present, activeAt, idle };
    this.#read.set(present, person);
    return person;
  }

  #cancelFrame(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
  }
}
