import { bandOf, type ScoreAt } from '~/core/reservoir/index.ts';

/** The scores of one value so far, one for each input seed. */
export type Point = { readonly value: number; readonly scores: readonly number[] };

/** The points with one more score, ascending by value. */
export function withScore(points: readonly Point[], { value, score }: ScoreAt): Point[] {
  const known = points.find((point) => point.value === value);
  const rest = points.filter((point) => point !== known);
  const grown = { value, scores: [...(known?.scores ?? []), score] };
  return [...rest, grown].sort((a, b) => a.value - b.value);
}

export type Shape = {
  /** mean over seeds */
  readonly line: string;
  /** lowest to highest over seeds, as a closed path */
  readonly band: string;
  readonly places: readonly { x: number; y: number; value: number; mean: number }[];
  readonly bottom: number;
  readonly top: number;
};

/** The curve in a box of `width` x `height`, x from 0 to `end`, y over `range` widened to what was scored. */
export function shapeOf(
  points: readonly Point[],
  end: number,
  range: readonly [number, number],
  width: number,
  height: number,
): Shape {
  const bands = points.map(({ value, scores }) => ({ value, ...bandOf(scores) }));
  const bottom = Math.min(range[0], ...bands.map(({ low }) => low));
  const top = Math.max(range[1], ...bands.map(({ high }) => high));
  const x = (value: number) => (width * value) / end;
  const y = (score: number) => height - (height * (score - bottom)) / (top - bottom);
  const path = (corners: readonly (readonly [number, number])[]) =>
    corners.map(([a, b], index) => `${index ? 'L' : 'M'}${a.toFixed(2)} ${b.toFixed(2)}`).join('');
  const upper = bands.map(({ value, high }) => [x(value), y(high)] as const);
  const lower = bands.map(({ value, low }) => [x(value), y(low)] as const).reverse();
  return {
    line: path(bands.map(({ value, mean }) => [x(value), y(mean)])),
    band: bands.length ? `${path([...upper, ...lower])}Z` : '',
    places: bands.map(({ value, mean }) => ({ x: x(value), y: y(mean), value, mean })),
    bottom,
    top,
  };
}
