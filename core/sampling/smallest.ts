/**
 * Positions of the `count` smallest values, ascending by value, ties by position. Values above a bound found on a
 * sorted copy are never compared again, so many values cost one typed sort.
 */
export function smallest(values: Float64Array, count: number): Int32Array {
  const bound = values.slice().sort()[Math.min(count, values.length) - 1] ?? -Infinity;
  const within: number[] = [];
  for (let k = 0; k < values.length; k++) if ((values[k] ?? 0) <= bound) within.push(k);
  within.sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b);
  return Int32Array.from(within.slice(0, count));
}
