/** What following needs to know of a client. */
export interface Follower {
  clientId: number;
  following: number | null;
}

/**
 * Whose view I really see: whoever stands at the end of the chain me -> A -> B, so that delays do not add up.
 * Null when I follow nobody, or somebody who has left, or when the chain comes back to me: in such a circle
 * nobody leads and nobody is dragged, until one of us moves and by that leaves it. A circle that I only
 * look into stands still, so I see the person I chose.
 */
export function effectiveLeader(people: readonly Follower[], me: number): number | null {
  const byId = new Map(people.map((one) => [one.clientId, one]));
  const chosen = byId.get(me)?.following ?? null;
  if (chosen === null || chosen === me || !byId.has(chosen)) return null;
  const seen = new Set<number>();
  for (let leader = chosen; ;) {
    if (leader === me) return null;
    if (seen.has(leader)) return chosen;
    seen.add(leader);
    const next = byId.get(leader)?.following ?? null;
    if (next === null || !byId.has(next)) return leader;
    leader = next;
  }
}

/** Whether following `chosen` leads back to me, so that nobody leads. */
export function leadsBack(people: readonly Follower[], me: number, chosen: number): boolean {
  const byId = new Map(people.map((one) => [one.clientId, one]));
  const seen = new Set<number>();
  for (let at: number | null = chosen; at !== null && !seen.has(at);) {
    if (at === me) return true;
    seen.add(at);
    at = byId.get(at)?.following ?? null;
  }
  return false;
}

/** Client ids that follow `leader` directly. */
export const followersOf = (people: readonly Follower[], leader: number): number[] =>
  people
    .filter((one) => one.following === leader && one.clientId !== leader)
    .map((one) => one.clientId);
