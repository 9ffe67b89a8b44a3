import { readEntries, type AwarenessEntry } from '~/core/collab/index.ts';
import type { Person } from '~/core/contracts/index.ts';

/** A connection as the table sees it. `clientId` is null until its first state has claimed one. */
export interface Occupant {
  readonly user: Person;
  clientId: number | null;
  /** As its last state says. */
  idle: boolean;
}

interface Seat extends AwarenessEntry {
  owner: Occupant;
}

const maxStateBytes = 16_384;
const rememberMs = 60_000;

/**
 * Who is in a room and what they show. Each connection owns one client id, the first it speaks for that
 * nobody else has; entries about other ids are passed over, because the stock client sends everyone's
 * states back. `user` in a state is written here, whatever the client says.
 */
export class PresenceTable {
  readonly #seats = new Map<number, Seat>();
  readonly #changed = new Map<number, AwarenessEntry>();
  readonly #left = new Map<number, { userId: string; at: number }>();

  /** Takes what a client says about itself. Throws when the payload or the client's own state is malformed. */
  take(from: Occupant, payload: Uint8Array, now: number): void {
    const mine = readEntries(payload, (clientId, clock) => this.#mayTell(from, clientId, clock));
    for (const entry of mine) {
      if (!this.#mayTell(from, entry.clientId, entry.clock)) continue;
      if (entry.json === 'null') this.#leave(from, entry.clock, now);
      else {
        const { json, idle } = ownState(entry.json, from.user);
        this.#sit(from, { ...entry, json });
        from.idle = idle;
      }
    }
  }

  /** Removes the connection's state, if it is still the connection's. */
  remove(owner: Occupant, now: number): void {
    const seat = owner.clientId === null ? undefined : this.#seats.get(owner.clientId);
    if (seat?.owner === owner) this.#leave(owner, seat.clock, now);
  }

  /** The latest word about each client since the last call. */
  drain(): AwarenessEntry[] {
    const entries = [...this.#changed.values()];
    this.#changed.clear();
    return entries;
  }

  snapshot(): AwarenessEntry[] {
    return [...this.#seats.values()];
  }

  get dirty(): boolean {
    return this.#changed.size > 0;
  }

  #mayTell(from: Occupant, clientId: number, clock: number): boolean {
    const seat = this.#seats.get(clientId);
    if (from.clientId !== null) {
      if (clientId !== from.clientId) return false;
      // A leaving client repeats its last clock; a seat that another connection took over is lost.
      return seat === undefined || (seat.owner === from && clock >= seat.clock);
    }
    // The same person coming back while the old connection is not yet known to be dead.
    if (seat !== undefined) return seat.owner.user.id === from.user.id && clock > seat.clock;
    // Somebody else's id, sent back by a client that has not heard of the leaving yet.
    const left = this.#left.get(clientId);
    return left === undefined || left.userId === from.user.id;
  }

  #sit(owner: Occupant, entry: AwarenessEntry): void {
    const before = this.#seats.get(entry.clientId);
    if (before?.owner === owner && before.clock === entry.clock) return;
    owner.clientId = entry.clientId;
    this.#seats.set(entry.clientId, { ...entry, owner });
    this.#changed.set(entry.clientId, entry);
  }

  #leave(owner: Occupant, clock: number, now: number): void {
    const clientId = owner.clientId;
    if (clientId === null || !this.#seats.delete(clientId)) return;
    this.#changed.set(clientId, { clientId, clock, json: 'null' });
    for (const [id, { at }] of this.#left) {
      if (now - at < rememberMs) break;
      this.#left.delete(id);
    }
    this.#left.delete(clientId);
    this.#left.set(clientId, { userId: owner.user.id, at: now });
  }
}

function ownState(json: string, user: Person): { json: string; idle: boolean } {
  if (json.length > maxStateBytes) throw new Error('state too large');
  const state: unknown = JSON.parse(json);
  if (typeof state !== 'object' || state === null || Array.isArray(state)) {
    throw new Error('state is not an object');
  }
  const idle = 'idle' in state && state.idle === true;
  return { json: JSON.stringify({ ...state, user }), idle };
}
