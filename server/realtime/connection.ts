import type { Duplex } from 'node:stream';
import { WebSocket } from 'ws';
import {
  awarenessFrame,
  closeCode,
  standingFrame,
  type AwarenessEntry,
} from '~/core/collab/index.ts';
import type { Person } from '~/core/contracts/index.ts';
import type { Occupant } from './presence-table.ts';
import { Throttle } from './throttle.ts';
import { binaryFrame } from './ws-frame.ts';

export interface ConnectionLimits {
  /** Bytes waiting to be sent from which a client hears no more cursors until it has caught up. */
  behindBytes: number;
  /** Bytes waiting to be sent at which a client is dropped. */
  slowBytes: number;
  /** How long a client may stay behind. */
  behindMs: number;
  framesPerSecond: number;
  bytesPerSecond: number;
}

/**
 * Sent at every beat: the stock client takes 30 s of silence for a broken line, and a page that is hidden cannot make the
 * server speak as often as that.
 */
const nothingNew = awarenessFrame([]);

/** One socket in a room: what is sent to it, how far it lags, whether it is alive. */
export class Connection implements Occupant {
  clientId: number | null = null;
  idle = false;
  #alive = true;
  #behindSince: number | null = null;
  /** Leavings that happened while the client was behind: a snapshot alone does not tell them. */
  #missed = new Map<number, AwarenessEntry>();
  readonly #frames: Throttle;
  readonly #bytes: Throttle;

  constructor(
    readonly ws: WebSocket,
    /** The stream under `ws`: frames made once for everybody are written to it as they are. */
    private readonly stream: Duplex,
    readonly user: Person,
    public canWrite: boolean,
    readonly headers: Headers,
    private readonly limits: ConnectionLimits,
    snapshot: () => AwarenessEntry[],
  ) {
    const now = Date.now();
    this.#frames = new Throttle(limits.framesPerSecond, limits.framesPerSecond * 2, now);
    this.#bytes = new Throttle(limits.bytesPerSecond, limits.bytesPerSecond * 2, now);
    ws.on('pong', () => (this.#alive = true));
    stream.on('drain', () => {
      if (this.#behindSince !== null) this.#catchUp(snapshot());
    });
  }

  /** Sends one message. */
  send(message: Uint8Array): void {
    this.write(binaryFrame(message));
  }

  /** Writes frames as they are; a client that does not take them away is dropped. */
  write(frames: Buffer): void {
    if (this.ws.readyState !== WebSocket.OPEN) return;
    if (this.stream.writableLength > this.limits.slowBytes) this.dropSlow();
    else this.stream.write(frames);
  }

  /** Presence is worth nothing when late: a client that lags is left out, and gets the latest when it can. */
  writePresence(frame: Buffer, gone: readonly AwarenessEntry[]): void {
    if (this.#behindSince === null && this.stream.writableLength > this.limits.behindBytes) {
      this.#behindSince = Date.now();
    }
    if (this.#behindSince === null) this.write(frame);
    else for (const entry of gone) this.#missed.set(entry.clientId, entry);
  }

  get isBehind(): boolean {
    return this.#behindSince !== null;
  }

  tellStanding(): void {
    this.send(standingFrame(JSON.stringify({ user: this.user, canWrite: this.canWrite })));
  }

  /** Reads no more from a client that sends too fast, until its due time; nothing is lost. */
  throttle(bytes: number): void {
    const now = Date.now();
    const wait = Math.max(this.#frames.take(1, now), this.#bytes.take(bytes, now));
    this.#alive = true;
    if (wait <= 0 || this.ws.isPaused || this.ws.readyState !== WebSocket.OPEN) return;
    this.ws.pause();
    setTimeout(() => this.ws.resume(), wait);
  }

  /** Asked at every beat: false for a client that has not answered since the last. */
  beat(): boolean {
    if (this.#behindSince !== null && Date.now() - this.#behindSince > this.limits.behindMs) {
      this.dropSlow();
    }
    const alive = this.#alive;
    this.#alive = false;
    if (alive && this.ws.readyState === WebSocket.OPEN) {
      this.ws.ping();
      this.send(nothingNew);
    }
    return alive;
  }

  close(code: number, reason: string): void {
    this.ws.close(code, reason);
  }

  /** The closing frame stands behind all that was not taken away, so the socket is cut soon after. */
  dropSlow(): void {
    if (this.ws.readyState !== WebSocket.OPEN) return;
    this.ws.close(closeCode.slow, 'This connection is too slow.');
    setTimeout(() => this.ws.terminate(), 1_000);
  }

  #catchUp(present: AwarenessEntry[]): void {
    this.#behindSince = null;
    const entries = new Map(this.#missed);
    for (const entry of present) entries.set(entry.clientId, entry);
    this.#missed.clear();
    this.send(awarenessFrame([...entries.values()]));
  }
}
