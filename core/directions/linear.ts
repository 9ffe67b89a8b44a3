/** Dense linear algebra of the size of a latent space: rows of a symmetric matrix [n][n], vectors [n]. */
export type Rows = readonly (readonly number[])[];

/** Lower factor L [n][n] with L L' = a. @throws RangeError unless `a` is positive definite. */
export function choleskyOf(a: Rows): number[][] {
  const factor: number[][] = [];
  a.forEach((row, i) => {
    const made: number[] = [];
    for (let j = 0; j <= i; j++) {
      let sum = row[j] ?? 0;
      const other = j === i ? made : (factor[j] ?? []);
      for (let k = 0; k < j; k++) sum -= (made[k] ?? 0) * (other[k] ?? 0);
      if (i === j && !(sum > 0)) throw new RangeError('This matrix is not positive definite.');
      made.push(i === j ? Math.sqrt(sum) : sum / (other[j] ?? 1));
    }
    factor.push(made);
  });
  return factor;
}

/** x with L x = b. */
export function solveLower(factor: Rows, b: readonly number[]): number[] {
  const x: number[] = [];
  factor.forEach((row, i) => {
    let sum = b[i] ?? 0;
    for (let k = 0; k < i; k++) sum -= (row[k] ?? 0) * (x[k] ?? 0);
    x.push(sum / (row[i] ?? 1));
  });
  return x;
}

/** x with L L' x = b. */
export function solve(factor: Rows, b: readonly number[]): number[] {
  const x = solveLower(factor, b);
  for (let i = x.length - 1; i >= 0; i--) {
    let sum = x[i] ?? 0;
    for (let k = i + 1; k < x.length; k++) sum -= (factor[k]?.[i] ?? 0) * (x[k] ?? 0);
    x[i] = sum / (factor[i]?.[i] ?? 1);
  }
  return x;
}

/** a x for rows [m][n], vector [n]. */
export function times(a: Rows, x: readonly number[]): number[] {
  return a.map((row) => row.reduce((sum, value, k) => sum + value * (x[k] ?? 0), 0));
}

/** a' y for rows [m][n], vector [m]. */
export function transposedTimes(a: Rows, y: readonly number[]): number[] {
  const x = new Array<number>(a[0]?.length ?? 0).fill(0);
  a.forEach((row, i) => row.forEach((value, k) => (x[k] = (x[k] ?? 0) + value * (y[i] ?? 0))));
  return x;
}

/** `a` with `value` added along the diagonal. */
export function plusDiagonal(a: Rows, value: number): number[][] {
  return a.map((row, i) => row.map((entry, j) => (i === j ? entry + value : entry)));
}
