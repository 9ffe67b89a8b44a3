import { awarenessFrame } from '~/core/collab/index.ts';

/** Clock for moments that several processes compare, ms since 1970 with fractions. */
export const now = (): number => performance.timeOrigin + performance.now();

const hz = 20;

/** Somebody who moves the cursor 20 times a second in a latent space of 8 dimensions. */
export function createMover(clientId: number, send: (message: Uint8Array) => void) {
  const sentAt: number[] = [];
  let due = now() + ((clientId * 17) % (1000 / hz)); // everybody at another moment
  return {
    clientId,
    sentAt,
    tick: (moment: number) => {
      if (moment < due) return;
      due = Math.max(due, moment - 10) + 1000 / hz; // who was held up does not catch up
      sentAt.push(moment);
      const clock = sentAt.length;
      const cursor = Array.from(
        { length: 8 },
        (_, k) => Math.round(1e4 * Math.sin(clock + k)) / 1e4,
      );
      const state = { at: moment, cursor, probe: null, view: null, following: null };
      send(awarenessFrame([{ clientId, clock, json: JSON.stringify(state) }]));
    },
  };
}
export type Mover = ReturnType<typeof createMover>;

/** Moves everybody until stopped. */
export function moveAll(movers: readonly Mover[]): () => void {
  const timer = setInterval(() => {
    const moment = now();
    for (const mover of movers) mover.tick(moment);
  }, 4);
  return () => clearInterval(timer);
}
