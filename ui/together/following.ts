import { leadsBack, type Follower } from '~/core/collab/index.ts';
import { createStore, type Watched } from './store.ts';

/** Somebody here, and whose window it is. */
export type Window = Follower & { user: { id: string } };

/** Somebody I follow may be away for a moment, as when the server restarts. */
const missMs = 5_000;

/**
 * Whom I chose to follow, until I stop, or they are gone for good, or they come to follow me: of a circle the
 * last choice stands, and those before it end. Who closes or reloads the window I follow is followed in another of theirs.
 * @param here who is in the room, and whom they follow
 * @param tell puts my choice into my presence
 */
export function createFollowing(
  me: number,
  here: Watched<readonly Window[]>,
  tell: (following: number | null) => void,
) {
  const chosen = createStore<number | null>(null);
  let missing: ReturnType<typeof setTimeout> | null = null;
  const forgetMissing = () => {
    if (missing !== null) clearTimeout(missing);
    missing = null;
  };
  /** Whose window I follow. */
  let whose: string | null = null;
  /** Whether those I follow were already following me when I last looked. */
  let circle = false;
  const isCircle = (followed: number) => leadsBack(here.get(), me, followed);
  const follow = (clientId: number | null) => {
    forgetMissing();
    const next = clientId === me ? null : clientId;
    if (next === chosen.get()) return;
    circle = next !== null && isCircle(next);
    whose = here.get().find((one) => one.clientId === next)?.user.id ?? null;
    chosen.set(next);
    tell(next);
  };
  const look = () => {
    const followed = chosen.get();
    if (followed === null) return;
    const window = here.get().find((one) => one.clientId === followed);
    if (window === undefined) {
      const other = here.get().find(({ user }) => user.id === whose);
      if (other) {
        follow(other.clientId);
        return;
      }
      missing ??= setTimeout(() => follow(null), missMs);
    } else {
      forgetMissing();
      whose = window.user.id;
    }
    const before = circle;
    circle = isCircle(followed);
    if (circle && !before) follow(null);
  };
  const end = here.subscribe(look);
  return {
    chosen,
    follow,
    stop: () => {
      end();
      forgetMissing();
    },
  };
}
