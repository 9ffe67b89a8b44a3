/**
 * A real matrix [n * n] (rows) brought to upper Hessenberg form by Householder reflections; its eigenvalues stay.
 * Golub & Van Loan, Matrix Computations, 7.4. The given matrix is not changed.
 */
export function toHessenberg(matrix: Float64Array, n: number): Float64Array<ArrayBuffer> {
  const h = Float64Array.from(matrix);
  const v = new Float64Array(n);
  for (let k = 0; k + 2 < n; k++) {
    let norm = 0;
    for (let i = k + 1; i < n; i++) norm = Math.hypot(norm, h[i * n + k] ?? 0);
    if (norm === 0) continue;
    const head = h[(k + 1) * n + k] ?? 0;
    for (let i = k + 1; i < n; i++) v[i] = h[i * n + k] ?? 0;
    v[k + 1] = head + (head < 0 ? -norm : norm);
    let square = 0;
    for (let i = k + 1; i < n; i++) square += (v[i] ?? 0) ** 2;
    for (let j = k; j < n; j++) {
      let dot = 0;
      for (let i = k + 1; i < n; i++) dot += (v[i] ?? 0) * (h[i * n + j] ?? 0);
      for (let i = k + 1; i < n; i++)
        h[i * n + j] = (h[i * n + j] ?? 0) - (2 * dot * (v[i] ?? 0)) / square;
    }
    for (let i = 0; i < n; i++) {
      let dot = 0;
      for (let j = k + 1; j < n; j++) dot += (v[j] ?? 0) * (h[i * n + j] ?? 0);
      for (let j = k + 1; j < n; j++)
        h[i * n + j] = (h[i * n + j] ?? 0) - (2 * dot * (v[j] ?? 0)) / square;
    }
    for (let i = k + 2; i < n; i++) h[i * n + k] = 0;
  }
  return h;
}
