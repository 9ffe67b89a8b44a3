import { effectiveLeader } from './follow.ts';
import type { Present } from './presence.ts';

/**
 * The newest call that is put to me: of somebody else, whom none of my windows sees already, and which none of them has
 * declined. One person in two windows is asked once.
 */
export function callToMe<P extends Present>(people: readonly P[], me: number): P | null {
  const own = people.find((one) => one.clientId === me);
  if (own === undefined) return null;
  const mine = people.filter((one) => one.user.id === own.user.id);
  const put = people.filter(
    ({ clientId, calling, user }) =>
      calling !== undefined &&
      user.id !== own.user.id &&
      !mine.some(
        (window) =>
          window.declined === calling || effectiveLeader(people, window.clientId) === clientId,
      ),
  );
  return put.reduce<P | null>(
    (newest, one) => ((one.calling ?? 0) > (newest?.calling ?? -Infinity) ? one : newest),
    null,
  );
}

/** How a call of mine stands, in people: who sees what I see, who said no, and how many there are. */
export function answersTo(
  people: readonly Present[],
  me: number,
): { came: number; declined: number; asked: number } {
  const own = people.find((one) => one.clientId === me);
  const others = people.filter(({ user }) => user.id !== own?.user.id);
  const idsOf = (chosen: readonly Present[]) => new Set(chosen.map(({ user }) => user.id));
  const came = idsOf(others.filter((one) => effectiveLeader(people, one.clientId) === me));
  const said = idsOf(
    others.filter(({ declined }) => declined !== undefined && declined === own?.calling),
  );
  return {
    came: came.size,
    declined: [...said].filter((id) => !came.has(id)).length,
    asked: idsOf(others).size,
  };
}
