import { createStore, type Watched } from './store.ts';

/** Somebody I follow may be away for a moment, as when the server restarts. */
const missMs = 5_000;

/**
 * Whom I chose to follow, until I stop or they are gone for good.
 * @param here client ids in the room
 * @param tell puts my choice into my presence
 */
export function createFollowing(
  me: number,
  here: Watched<readonly { clientId: number }[]>,
  tell: (following: number | null) => void,
) {
  const chosen = createStore<number | null>(null);
  let missing: ReturnType<typeof setTimeout> | null = null;
  const forgetMissing = () => {
    if (missing !== null) clearTimeout(missing);
    missing = null;
  };
  const follow = (clientId: number | null) => {
    forgetMissing();
    const next = clientId === me ? null : clientId;
    if (next === chosen.get()) return;
    chosen.set(next);
    tell(next);
  };
  const end = here.subscribe(() => {
    const followed = chosen.get();
    if (followed === null || here.get().some((one) => one.clientId === followed)) forgetMissing();
    else missing ??= setTimeout(() => follow(null), missMs);
  });
  return {
    chosen,
    follow,
    stop: () => {
      end();
      forgetMissing();
    },
  };
}
