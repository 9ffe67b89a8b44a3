import { mostCorners } from '../contracts/comment.ts';

/** Every so-manieth corner of a lasso, so that it has no more than a stored region may. */
export function thinned<T>(corners: readonly T[], most = mostCorners): T[] {
  if (corners.length <= most) return [...corners];
  return Array.from(
    { length: most },
    (_, k) => corners[Math.floor((k * corners.length) / most)],
  ).flatMap((corner) => (corner === undefined ? [] : [corner]));
}

/** The mean of places: where the mark of a region stands. */
export function middleOf(places: readonly (readonly number[])[]): number[] {
  const sum = (places[0] ?? []).map((_, d) =>
    places.reduce((total, place) => total + (place[d] ?? 0), 0),
  );
  return sum.map((value) => value / places.length);
}
