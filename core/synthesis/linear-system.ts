/**
 * Solves A X = B by elimination with partial pivoting. @param a [n * n], @param b [n * columns], both left as they are.
 * @returns X [n * columns]
 * @throws RangeError when A is singular
 */
export function solveLinear(
  a: Float64Array,
  b: Float64Array,
  n: number,
): Float64Array<ArrayBuffer> {
  const columns = b.length / n;
  const width = n + columns;
  const rows = Array.from({ length: n }, (_, i) => {
    const row = new Float64Array(width);
    row.set(a.subarray(i * n, (i + 1) * n));
    row.set(b.subarray(i * columns, (i + 1) * columns), n);
    return row;
  });
  for (let k = 0; k < n; k++) {
    const order = rows.slice(k).sort((one, two) => Math.abs(two[k] ?? 0) - Math.abs(one[k] ?? 0));
    rows.splice(k, order.length, ...order);
    const head = rows[k] ?? new Float64Array(width);
    const pivot = head[k] ?? 0;
    if (Math.abs(pivot) < 1e-300) throw new RangeError('These equations have no one solution.');
    for (let c = k; c < width; c++) head[c] = (head[c] ?? 0) / pivot;
    rows.forEach((row, i) => {
      const factor = row[k] ?? 0;
      if (i === k || factor === 0) return;
      for (let c = k; c < width; c++) row[c] = (row[c] ?? 0) - factor * (head[c] ?? 0);
    });
  }
  const solution = new Float64Array(n * columns);
  rows.forEach((row, i) => solution.set(row.subarray(n), i * columns));
  return solution;
}
