import { distance, mix } from './vector.ts';

/** The place at `share` (0..1) of the length of a path of straight pieces through the given places. */
export function alongPath(places: readonly (readonly number[])[], share: number): number[] {
  const [first, ...rest] = places;
  if (!first) throw new RangeError('A path needs at least one place.');
  const starts = places.slice(0, -1);
  const lengths = starts.map((place, k) => distance(place, rest[k] ?? place));
  let left = Math.min(1, Math.max(0, share)) * lengths.reduce((sum, length) => sum + length, 0);
  for (const [k, length] of lengths.entries()) {
    const [from, to] = [starts[k] ?? first, rest[k] ?? first];
    if (left <= length && length > 0) return mix(from, to, left / length);
    left -= length;
  }
  return [...(rest.at(-1) ?? first)];
}

/** `count` places at equal distances along the path, both ends included. */
export function stepsAlong(places: readonly (readonly number[])[], count: number): number[][] {
  return Array.from({ length: count }, (_, k) =>
    alongPath(places, count > 1 ? k / (count - 1) : 0),
  );
}
