import type { SharedView } from '~/core/collab/index.ts';
import type { Pin } from '~/core/contracts/index.ts';
import type { RoomConnection } from './room-connection.ts';

/** The bench as a page holds it while the room will not have it: for its person to keep as a file. */
export type HeldBench = {
  format: 'latentome-bench-1';
  at: string;
  /** Changes in it that the room does not have. */
  unsent: number;
  shared: SharedView;
  pins: readonly Pin[];
};

/** Null when the room has everything. */
export function heldBench(room: RoomConnection): HeldBench | null {
  const unsent = room.unsent.get();
  if (unsent === 0) return null;
  const at = new Date().toISOString();
  return {
    ...{ format: 'latentome-bench-1', at, unsent },
    shared: room.shared.get(),
    pins: room.bench.get(),
  };
}
