import type { Awareness } from 'y-protocols/awareness';
import { readPeople, type Present } from '~/core/collab/index.ts';
import type { Person } from '~/core/contracts/index.ts';
import { createStore } from './store.ts';

/** Somebody in the room. Unchanged people keep their object. */
export interface RoomPerson extends Present {
  /** Milliseconds since 1970 when they last moved, as seen from here. */
  activeAt: number;
}

/** Reads everybody's presence, at most once a frame. */
export class PeopleWatch {
  readonly people = createStore<readonly RoomPerson[]>([]);
  readonly #active = new Map<number, number>();
  readonly #read = new WeakMap<Present, RoomPerson>();
  #frame: number | null = null;

  constructor(
    private readonly awareness: Awareness,
    private readonly me: () => Person | null,
  ) {
    keepUntilTold(awareness);
    // 'change' tells of movement; renewals of an unchanged state come as 'update' only.
    awareness.on('change', this.#moved);
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
    this.#cancelFrame();
  }

  readonly #moved = ({ added, updated }: Record<'added' | 'updated', number[]>) => {
    for (const clientId of [...added, ...updated]) this.#active.set(clientId, Date.now());
    this.#frame ??= requestAnimationFrame(() => this.read());
  };

  #withActivity(present: Present): RoomPerson {
    const before = this.#read.get(present);
    if (before) return before;
    const person = { ...present, activeAt: this.#active.get(present.clientId) ?? Date.now() };
    this.#read.set(present, person);
    return person;
  }

  #cancelFrame(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
  }
}

/**
 * Who has left is the server's to say, when their line ends. By itself an awareness forgets whoever did not speak for 30 s,
 * and a page that is hidden speaks once a minute. The line is kept open by the server's beats.
 */
function keepUntilTold(awareness: Awareness): void {
  clearInterval(awareness._checkInterval as ReturnType<typeof setInterval>);
}
