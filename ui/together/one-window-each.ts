import type { RoomPerson } from './people-watch.ts';

/**
 * The others, once each: somebody with two windows is the one I follow, else the one that moved last.
 * Order stays that of names, so that faces do not jump while people move.
 */
export function oneWindowEach(
  people: readonly RoomPerson[],
  following: number | null,
): RoomPerson[] {
  const me = people.find((one) => one.isMe);
  const chosen = new Map<string, RoomPerson>();
  for (const one of people) {
    if (one.isMe || one.user.id === me?.user.id) continue;
    const before = chosen.get(one.user.id);
    if (before === undefined || rank(one, following) > rank(before, following)) {
      chosen.set(one.user.id, one);
    }
  }
  return [...chosen.values()];
}

const rank = (one: RoomPerson, following: number | null): number =>
  one.clientId === following ? Infinity : one.activeAt;
