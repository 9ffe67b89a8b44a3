import { leadsBack, type Follower } from '~/core/collab/index.ts';
import { createStore, type Watched } from './store.ts';

/** Somebody I follow may be away for a moment, as when the server restarts. */
const missMs = 5_000;

/**
 * Whom I chose to follow, until I stop, or they are gone for good, or they come to follow me: of a circle the
 * last choice stands, and those before it end.
 * @param here who is in the room, and whom they follow
 * @param tell puts my choice into my presence
 */
export function createFollowing(
  me: number,
  here: Watched<readonly Follower[]>,
  tell: (following: number | null) => void,
) {
  const chosen = createStore<number | null>(null);
  let missing: ReturnType<typeof setTimeout> | null = null;
  const forgetMissing = () => {
    if (missing !== null) clearTimeout(missing);
    missing = null;
  };
  /** Whether those I follow were already following me when I last looked. */
  let circle = false;
  const isCircle = (followed: number) => leadsBack(here.get(), me, followed);
  const follow = (clientId: number | null) => {
    forgetMissing();
    const next = clientId === me ? null : clientId;
    if (next === chosen.get()) return;
    circle = next !== null && isCircle(next);
    chosen.set(next);
    tell(next);
  };
  const look = () => {
    const followed = chosen.get();
    if (followed === null) return;
    if (here.get().some((one) => one.clientId === followed)) forgetMissing();
    else missing ??= setTimeout(() => follow(null), missMs);
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
