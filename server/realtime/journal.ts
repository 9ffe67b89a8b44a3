import * as Y from 'yjs';
import type { Services } from '../services.ts';
import { appendUpdate, compactLog } from './persistence.ts';

const firstRetryMs = 250;
const lastRetryMs = 5_000;

/**
 * Writes a room's changes to its log in the background: what arrives within `delayMs` becomes one row, a
 * failed write is tried again until it succeeds, and a log longer than `compactAfter` rows becomes one.
 * A change is on disk at most `delayMs` and one write after it was made; what a killed server had not
 * written yet, its clients still have and send again when they come back.
 */
export class Journal {
  #waiting: Uint8Array[] = [];
  #timer: NodeJS.Timeout | undefined;
  #work: Promise<void> = Promise.resolve();
  #retryMs = firstRetryMs;

  constructor(
    private readonly services: Pick<Services, 'db' | 'log'>,
    private readonly roomId: string,
    private rows: number,
    private readonly settings: { delayMs: number; compactAfter: number },
  ) {}

  append(update: Uint8Array): void {
    this.#waiting.push(update);
    this.#plan(this.settings.delayMs);
  }

  /** Writes what waits now. Resolves when this attempt ended; says whether nothing is left. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#work = this.#work.then(() => this.#write());
    await this.#work;
    return this.#waiting.length === 0;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #plan(ms: number): void {
    this.#timer ??= setTimeout(() => void this.flush(), ms);
  }

  async #write(): Promise<void> {
    const batch = this.#waiting;
    if (batch.length === 0) return;
    this.#waiting = [];
    try {
      await appendUpdate(this.services, this.roomId, merged(batch));
      this.rows += 1;
      this.#retryMs = firstRetryMs;
    } catch (error) {
      this.services.log.error({ err: error, room: this.roomId }, 'room not written, will retry');
      this.#waiting = [merged([...batch, ...this.#waiting])];
      this.#plan(this.#retryMs);
      this.#retryMs = Math.min(this.#retryMs * 2, lastRetryMs);
      return;
    }
    if (this.rows > this.settings.compactAfter) await this.#compact();
  }

  async #compact(): Promise<void> {
    try {
      await compactLog(this.services, this.roomId);
      this.rows = 1;
    } catch (error) {
      this.services.log.warn({ err: error, room: this.roomId }, 'room not compacted');
    }
  }
}

const merged = (updates: Uint8Array[]): Uint8Array =>
  updates.length === 1 && updates[0] ? updates[0] : Y.mergeUpdates(updates);
