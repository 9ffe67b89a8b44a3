export type Estimate = { readonly mean: number; readonly low: number; readonly high: number };

/**
 * Mean of independent values with its 95 % interval by Student's t. Values that are not finite do not count; null when
 * fewer than two are, for one value tells nothing of how far it is off.
 */
export function estimate(values: readonly number[]): Estimate | null {
  const own = values.filter((value) => Number.isFinite(value));
  if (own.length < 2) return null;
  const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
  const squares = own.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const half = t975(own.length - 1) * Math.sqrt(squares / (own.length - 1) / own.length);
  return { mean, low: mean - half, high: mean + half };
}

const few = [12.7062, 4.3027, 3.1824, 2.7764, 2.5706];

/** 97.5 % quantile of Student's t: tabled up to 5 degrees of freedom, beyond that Abramowitz & Stegun 1964, 26.7.5. */
export function t975(freedom: number): number {
  const tabled = few[freedom - 1];
  if (tabled !== undefined) return tabled;
  const z = 1.959964;
  const [z3, z5, z7] = [z ** 3, z ** 5, z ** 7];
  return (
    z +
    (z3 + z) / (4 * freedom) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * freedom ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * freedom ** 3)
  );
}
