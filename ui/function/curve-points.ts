import { bandOf, type ScoreAt } from '~/core/reservoir/index.ts';

/** The scores of one value so far, one for each input seed. */
export type Point = { readonly value: number; readonly scores: readonly number[] };

/** What is drawn at one value: a mean, and a band from low to high. */
export type Banded = {
  readonly value: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
};

/** The points with one more score, ascending by value. */
export function withScore(points: readonly Point[], { value, score }: ScoreAt): Point[] {
  const known = points.find((point) => point.value === value);
  const rest = points.filter((point) => point !== known);
  const grown = { value, scores: [...(known?.scores ?? []), score] };
  return [...rest, grown].sort((a, b) => a.value - b.value);
}

/** Mean over the input seeds, and a band from the lowest to the highest. */
export function bandsOf(points: readonly Point[]): Banded[] {
  return points.map(({ value, scores }) => ({ value, ...bandOf(scores) }));
}

/** The box curves are drawn in: `width` x `height`, x from 0 to `end`, y from `bottom` to `top`. */
export type Box = {
  readonly width: number;
  readonly height: number;
  readonly end: number;
  readonly bottom: number;
  readonly top: number;
};

/** A range of scores, widened to what was scored. */
export function widened(
  [least, greatest]: readonly [number, number],
  ...curves: readonly (readonly Banded[])[]
): { bottom: number; top: number } {
  const all = curves.flat();
  return {
    bottom: Math.min(least, ...all.map(({ low }) => low)),
    top: Math.max(greatest, ...all.map(({ high }) => high)),
  };
}

export type Shape = {
  readonly line: string;
  /** from low to high, as a closed path */
  readonly band: string;
  readonly places: readonly { x: number; y: number; value: number; mean: number }[];
};

/** A curve in its box. */
export function shapeOf(bands: readonly Banded[], box: Box): Shape {
  const { width, height, end, bottom, top } = box;
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
  };
}
