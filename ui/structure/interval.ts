/** Where a value stands beside a distribution, as percentages of a bar that shows `reach` standard deviations either way. */
export interface Interval {
  readonly from: number;
  readonly to: number;
  readonly value: number | null;
  /** The value lies outside the bar and is shown at its end. */
  readonly beyond: boolean;
}

const reach = 4;

/** The band from low to high, by default one sd either side of the mean, and the value. A spread of nothing makes a bar of nothing. */
export function interval(
  value: number | null,
  mean: number,
  sd: number,
  low = mean - sd,
  high = mean + sd,
): Interval {
  const place = (x: number) => 50 + (sd > 0 ? (50 * (x - mean)) / (reach * sd) : 0);
  const held = (at: number) => Math.min(100, Math.max(0, at));
  const at = value === null || sd <= 0 ? null : place(value);
  return {
    from: held(place(low)),
    to: held(place(high)),
    value: at === null ? null : held(at),
    beyond: at !== null && (at < 0 || at > 100),
  };
}
