import type { Awareness } from 'y-protocols/awareness';
import { roundLatent } from '~/core/collab/index.ts';
import type { Presence } from '~/core/contracts/index.ts';

/** What I tell about myself; who I am is the server's to say. */
export type OwnPresence = Omit<Presence, 'user'>;

const alone: OwnPresence = { cursor: null, probe: null, view: null, following: null };
const leastMs = 33; // thirty states a second look smooth, and three hundred people can be carried

/**
 * Sends my presence: whatever changes within a frame goes out as one state, latest wins, and not more
 * often than the screen or the room can use.
 */
export function createOwnPresence(awareness: Awareness) {
  let next: OwnPresence = alone;
  let frame: number | null = null;
  let sentAt = -Infinity;
  awareness.setLocalState(alone);

  const send = () => {
    if (performance.now() - sentAt < leastMs) {
      frame = requestAnimationFrame(send);
      return;
    }
    frame = null;
    sentAt = performance.now();
    awareness.setLocalState(next);
  };

  return {
    get: (): OwnPresence => next,
    set: (change: Partial<OwnPresence>) => {
      next = { ...next, ...rounded(change) };
      frame ??= requestAnimationFrame(send);
    },
    /** Sends at once: a page that is hidden has no frames. */
    tell: (change: Partial<OwnPresence>) => {
      next = { ...next, ...rounded(change) };
      awareness.setLocalState(next);
    },
    /** Sends once more although nothing changed: after a break, others take only what is newer. */
    repeat: () => awareness.setLocalState(next),
    stop: () => {
      if (frame !== null) cancelAnimationFrame(frame);
    },
  };
}

/** The cursor only: a probe is what others decode, and must be mine to the last digit. */
const rounded = (change: Partial<OwnPresence>): Partial<OwnPresence> =>
  change.cursor ? { ...change, cursor: roundLatent(change.cursor) } : change;
