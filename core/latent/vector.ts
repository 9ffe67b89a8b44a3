export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += (a[d] ?? 0) * (b[d] ?? 0);
  return sum;
}

/** a + share (b - a), per dimension. */
export function mix(a: readonly number[], b: readonly number[], share: number): number[] {
  return a.map((value, d) => value + share * ((b[d] ?? 0) - value));
}

export function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += ((a[d] ?? 0) - (b[d] ?? 0)) ** 2;
  return Math.sqrt(sum);
}
