/** Where a value stands beside a distribution, as percentages of a bar that shows `reach` standard deviations either way. */
export interface Interval {
  readonly from: number;
  readonly to: number;
  readonly value: number | null;
  /** The value lies outside the bar and is shown at its end. */
  readonly beyond: boolean;
}

const reach = 4;

/** One sd either side of the mean, and the value. A spread of nothing makes a bar of nothing. */
export function interval(value: number | null, mean: number, sd: number): Interval {
  const place = (x: number) => 50 + (50 * (x - mean)) / (reach * sd);
  const at = value === null || sd <= 0 ? null : place(value);
  return {
    from: 50 - 50 / reach,
    to: 50 + 50 / reach,
    value: at === null ? null : Math.min(100, Math.max(0, at)),
    beyond: at !== null && (at < 0 || at > 100),
  };
}
