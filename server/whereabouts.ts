import type { LabPerson, Person } from '~/core/contracts/index.ts';

/** Somebody in a lab: in one of its rooms, or, without a room, on its pages. */
export interface Stay {
  readonly labId: string;
  readonly user: Person;
  readonly roomId: string | null;
}

/** A stay that goes on; `leave` may be called twice. */
export interface OpenStay {
  setIdle(idle: boolean): void;
  leave(): void;
}

interface Kept extends Stay {
  idle: boolean;
}

const leastMs = 50;
const msPerStay = 10;

/**
 * Who has a lab open on this server, and where, as of now: in memory, since it is true only while connections last.
 * Watchers are told once for whatever happens within a while, longer where there are many to tell of.
 */
export class Whereabouts {
  readonly #stays = new Map<string, Set<Kept>>();
  readonly #watchers = new Map<string, Set<() => void>>();
  readonly #planned = new Set<string>();

  arrive(stay: Stay): OpenStay {
    const kept = { ...stay, idle: false };
    const { labId } = stay;
    added(this.#stays, labId, kept);
    this.#changed(labId);
    return {
      setIdle: (idle) => {
        if (kept.idle === idle) return;
        kept.idle = idle;
        this.#changed(labId);
      },
      leave: () => {
        if (removed(this.#stays, labId, kept)) this.#changed(labId);
      },
    };
  }

  /** Everybody once, by name; idle in a room where all their windows there are. */
  of(labId: string): LabPerson[] {
    const people = new Map<string, { user: Person; rooms: Map<string, boolean> }>();
    for (const { user, roomId, idle } of this.#stays.get(labId) ?? []) {
      const one = people.get(user.id) ?? { user, rooms: new Map<string, boolean>() };
      people.set(user.id, one);
      if (roomId === null) continue;
      if (one.rooms.size === 0) one.user = user; // the colour they have in the room
      one.rooms.set(roomId, idle && (one.rooms.get(roomId) ?? true));
    }
    return [...people.values()]
      .map(({ user, rooms }) => ({
        user,
        rooms: [...rooms].map(([roomId, idle]) => ({ roomId, idle })),
      }))
      .sort((a, b) => a.user.name.localeCompare(b.user.name) || (a.user.id < b.user.id ? -1 : 1));
  }

  /** @returns ends it */
  watch(labId: string, tell: () => void): () => void {
    added(this.#watchers, labId, tell);
    return () => void removed(this.#watchers, labId, tell);
  }

  #changed(labId: string): void {
    if (this.#planned.has(labId) || !this.#watchers.has(labId)) return;
    this.#planned.add(labId);
    const stays = this.#stays.get(labId)?.size ?? 0;
    setTimeout(
      () => {
        this.#planned.delete(labId);
        for (const tell of this.#watchers.get(labId) ?? []) tell();
      },
      leastMs + msPerStay * stays,
    ).unref();
  }
}

function added<T>(sets: Map<string, Set<T>>, key: string, value: T): void {
  const set = sets.get(key) ?? new Set<T>();
  sets.set(key, set.add(value));
}

function removed<T>(sets: Map<string, Set<T>>, key: string, value: T): boolean {
  const set = sets.get(key);
  const was = set?.delete(value) ?? false;
  if (set?.size === 0) sets.delete(key);
  return was;
}
