import type { RoomPerson } from './people-watch.ts';

/**
 * The others, once each: somebody with two windows is the one I follow, else the one that moved last; my own other
 * windows are me. Order stays that of names, so that faces do not jump while people move.
 * @param me id of my account; unknown before the server has said it
 */
export function oneWindowEach(
  people: readonly RoomPerson[],
  following: number | null,
  me: string | undefined,
): RoomPerson[] {
  const chosen = new Map<string, RoomPerson>();
  for (const one of people) {
    if (one.isMe || one.user.id === me) continue;
    const before = chosen.get(one.user.id);
    if (before === undefined || rank(one, following) > rank(before, following)) {
      chosen.set(one.user.id, one);
    }
  }
  return [...chosen.values()];
}

/** Who is there in one window and idle in another is there. */
const rank = (one: RoomPerson, following: number | null): number =>
  one.clientId === following ? Infinity : one.activeAt - (one.idle ? 1e15 : 0);
