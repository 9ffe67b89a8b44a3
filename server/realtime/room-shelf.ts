import type { Services } from '../services.ts';
import { nameFormerAuthors } from './former-authors.ts';
import { Journal } from './journal.ts';
import { loadDoc } from './persistence.ts';
import { Room, type RoomLimits } from './room.ts';

export interface ShelfSettings extends RoomLimits {
  journal: { delayMs: number; compactAfter: number };
  /** How long a room nobody is in stays in memory. */
  lingerMs: number;
}

interface Place {
  room: Promise<Room>;
  holders: number;
  timer: NodeJS.Timeout | undefined;
}

/** The rooms in memory. Whoever comes, a room is loaded once; it is put away when nobody holds it. */
export class RoomShelf {
  readonly #places = new Map<string, Place>();

  constructor(
    private readonly services: Pick<Services, 'db' | 'log'>,
    private readonly settings: ShelfSettings,
  ) {}

  /** The room, kept in memory until `release`. Each call needs one, also when it rejects. */
  hold(roomId: string): Promise<Room> {
    let place = this.#places.get(roomId);
    if (place === undefined) {
      const opened: Place = { room: this.#load(roomId), holders: 0, timer: undefined };
      opened.room.catch(() => this.#forget(roomId, opened));
      this.#places.set(roomId, opened);
      place = opened;
    }
    clearTimeout(place.timer);
    place.holders += 1;
    return place.room;
  }

  release(roomId: string): void {
    const place = this.#places.get(roomId);
    if (place === undefined) return;
    place.holders -= 1;
    if (place.holders > 0) return;
    clearTimeout(place.timer);
    place.timer = setTimeout(() => void this.#putAway(roomId, place), this.settings.lingerMs);
  }

  /** Rooms that are loaded, with their ids. */
  async loaded(): Promise<[string, Room][]> {
    const places = [...this.#places];
    const settled = await Promise.allSettled(places.map(([, place]) => place.room));
    return settled.flatMap((one, i) => {
      const roomId = places[i]?.[0];
      return one.status === 'fulfilled' && roomId !== undefined ? [[roomId, one.value]] : [];
    });
  }

  get size(): number {
    return this.#places.size;
  }

  /** Writes everything and empties the memory. */
  async close(): Promise<void> {
    for (const place of this.#places.values()) clearTimeout(place.timer);
    const rooms = await this.loaded();
    this.#places.clear();
    await Promise.all(
      rooms.map(async ([roomId, room]) => {
        if (!(await room.journal.flush())) this.services.log.error({ room: roomId }, 'room lost');
        room.close();
      }),
    );
  }

  async #load(roomId: string): Promise<Room> {
    const { doc, rows } = await loadDoc(this.services, roomId);
    const journal = new Journal(this.services, roomId, rows, this.settings.journal);
    const room = new Room(doc, journal, this.settings);
    await nameFormerAuthors(this.services, room);
    return room;
  }

  async #putAway(roomId: string, place: Place): Promise<void> {
    const room = await place.room;
    const written = await room.journal.flush();
    if (place.holders > 0 || this.#places.get(roomId) !== place) return;
    if (!written) {
      place.timer = setTimeout(() => void this.#putAway(roomId, place), this.settings.lingerMs);
      return;
    }
    this.#places.delete(roomId);
    room.close();
  }

  #forget(roomId: string, place: Place): void {
    clearTimeout(place.timer);
    if (this.#places.get(roomId) === place) this.#places.delete(roomId);
  }
}
