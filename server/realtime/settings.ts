import type { ConnectionLimits } from './connection.ts';
import type { ShelfSettings } from './room-shelf.ts';

export interface RoomsSettings extends ShelfSettings, ConnectionLimits {
  /** Largest message a client may send. */
  messageBytes: number;
  peoplePerRoom: number;
  /** Time between pings; a client that answered nothing in between is cut. */
  beatMs: number;
  /** Rights are decided anew after so many beats, should an announcement have been lost. */
  beatsPerCheck: number;
}

const MiB = 1024 * 1024;

/** Each number can be set for tests; these are for people. */
export const defaults: RoomsSettings = {
  batchMs: { min: 5, max: 16 },
  docBytes: 32 * MiB,
  journal: { delayMs: 100, compactAfter: 200 },
  lingerMs: 30_000,
  messageBytes: 8 * MiB,
  peoplePerRoom: 1_000,
  beatMs: 15_000,
  beatsPerCheck: 4,
  behindBytes: MiB,
  slowBytes: 16 * MiB,
  behindMs: 10_000,
  framesPerSecond: 500,
  bytesPerSecond: 8 * MiB,
};
