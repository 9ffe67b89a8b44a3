/** A place that was pointed at, and when, in milliseconds. */
export interface Spot {
  readonly z: readonly number[];
  readonly at: number;
}

/** How long a trail is seen, in milliseconds. */
export const trailMs = 900;
const most = 48;

/** The trail with one more place, unless it is where the trail ends already. */
export function grown(trail: readonly Spot[], z: readonly number[], at: number): readonly Spot[] {
  const last = trail.at(-1);
  if (last?.z.length === z.length && last.z.every((value, d) => value === z[d])) return trail;
  return [...trail, { z, at }].slice(-most);
}

/** What is still seen of it; the same object while that is all. */
export function faded(trail: readonly Spot[], now: number): readonly Spot[] {
  const first = trail.findIndex(({ at }) => now - at < trailMs);
  if (first === 0) return trail;
  return first < 0 ? [] : trail.slice(first);
}

/** 1 when it was pointed at just now, 0 when its time is over. */
export const strength = ({ at }: Spot, now: number): number =>
  Math.min(1, Math.max(0, 1 - (now - at) / trailMs));
