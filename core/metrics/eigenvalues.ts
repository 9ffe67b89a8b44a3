/**
 * Eigenvalues of a real square matrix that need not be symmetric: to Hessenberg form by reflections, then Francis's
 * implicit double shifts (Golub & Van Loan 2013, Matrix Computations, 7.4.3 and 7.5.1). Ours, because the
 * eigenvalues alone are wanted and the search must end: ml-matrix 6.15 repeats without bound on some 3 x 3 matrices.
 *
 * @param a [n * n] by rows; it is overwritten.
 * @returns real and imaginary parts [n] in no particular order, or null when 60 steps did not part one off.
 */
export function eigenvalues(
  a: Float64Array,
  n: number,
): { real: Float64Array; imaginary: Float64Array } | null {
  // Relative to the whole matrix: the diagonals here are zero as often as not.
  const negligible = 2 * Number.EPSILON * Math.sqrt(a.reduce((sum, x) => sum + x * x, 0));
  const work = new Float64Array(n);
  toHessenberg(a, n, work);
  const real = new Float64Array(n);
  const imaginary = new Float64Array(n);
  let [high, steps] = [n - 1, 0];
  while (high >= 0) {
    const low = startOfBlock(a, n, high, negligible);
    if (low === high) {
      real[high] = at(high, high);
      high--;
      steps = 0;
    } else if (low === high - 1) {
      pairOf(high);
      high -= 2;
      steps = 0;
    } else {
      if (steps++ === mostSteps) return null;
      francisStep(a, n, low, high, steps % 10 === 0, work);
    }
  }
  return { real, imaginary };

  function at(i: number, j: number): number {
    return a[i * n + j] ?? 0;
  }

  function pairOf(k: number): void {
    const middle = (at(k - 1, k - 1) + at(k, k)) / 2;
    const half = (at(k - 1, k - 1) - at(k, k)) / 2;
    const square = half * half + at(k - 1, k) * at(k, k - 1);
    const root = Math.sqrt(Math.abs(square));
    real[k - 1] = square >= 0 ? middle + root : middle;
    real[k] = square >= 0 ? middle - root : middle;
    imaginary[k - 1] = square >= 0 ? 0 : root;
    imaginary[k] = square >= 0 ? 0 : -root;
  }
}

const mostSteps = 60;

/** The first row of the block that ends in row `high`: below it no subdiagonal entry is above `negligible`. */
function startOfBlock(a: Float64Array, n: number, high: number, negligible: number): number {
  for (let k = high; k > 0; k--)
    if (Math.abs(a[k * n + k - 1] ?? 0) <= negligible) {
      a[k * n + k - 1] = 0;
      return k;
    }
  return 0;
}

function toHessenberg(a: Float64Array, n: number, work: Float64Array): void {
  const vector = new Float64Array(n);
  for (let k = 0; k < n - 2; k++) {
    const size = n - k - 1;
    for (let i = 0; i < size; i++) vector[i] = a[(k + 1 + i) * n + k] ?? 0;
    reflect(a, n, vector, k + 1, size, k, n - 1, 0, n - 1, work);
  }
}

/** One double step. Its shifts are the eigenvalues of the lowest 2 x 2 corner, or where that does not lead on exceptional ones. */
function francisStep(
  a: Float64Array,
  n: number,
  low: number,
  high: number,
  exceptional: boolean,
  work: Float64Array,
) {
  const at = (i: number, j: number) => a[i * n + j] ?? 0;
  const [trace, determinant] = exceptional ? exceptionalShift() : usualShift();
  const vector = new Float64Array(3);
  vector[0] =
    at(low, low) * (at(low, low) - trace) + at(low, low + 1) * at(low + 1, low) + determinant;
  vector[1] = at(low + 1, low) * (at(low, low) + at(low + 1, low + 1) - trace);
  vector[2] = at(low + 1, low) * at(low + 2, low + 1);
  for (let k = low; k < high; k++) {
    const size = Math.min(3, high - k + 1);
    reflect(a, n, vector, k, size, Math.max(low, k - 1), high, low, Math.min(k + 3, high), work);
    for (let i = 0; i < 3; i++) vector[i] = k + 1 + i <= high ? at(k + 1 + i, k) : 0;
  }

  function exceptionalShift(): [trace: number, determinant: number] {
    const below = Math.abs(at(high, high - 1)) + Math.abs(at(high - 1, high - 2));
    return [1.5 * below, below * below];
  }

  function usualShift(): [trace: number, determinant: number] {
    const last = at(high, high);
    const half = (at(high - 1, high - 1) - last) / 2;
    const square = half * half + at(high - 1, high) * at(high, high - 1);
    if (square < 0) return [2 * (half + last), (half + last) ** 2 - square];
    // Of two real ones the nearer, twice: 1 and -1 by turns would lead nowhere.
    const near = last + half - (half >= 0 ? 1 : -1) * Math.sqrt(square);
    return [2 * near, near * near];
  }
}

/** The reflection that turns `vector` (overwritten) onto its first axis, from both sides: rows and columns `first` and on. */
function reflect(
  a: Float64Array,
  n: number,
  vector: Float64Array,
  first: number,
  size: number,
  fromColumn: number,
  toColumn: number,
  fromRow: number,
  toRow: number,
  work: Float64Array,
): void {
  let rest = 0;
  for (let i = 1; i < size; i++) rest += (vector[i] ?? 0) ** 2;
  if (rest === 0) return;
  const head = vector[0] ?? 0;
  const moved = head + (head >= 0 ? 1 : -1) * Math.sqrt(head * head + rest);
  const scale = 2 / (rest + moved * moved);
  vector[0] = moved;
  // Row by row, since so the matrix lies.
  const sums = work.fill(0, fromColumn, toColumn + 1);
  for (let i = 0; i < size; i++) {
    const [weight, row] = [vector[i] ?? 0, (first + i) * n];
    for (let j = fromColumn; j <= toColumn; j++)
      sums[j] = (sums[j] ?? 0) + weight * (a[row + j] ?? 0);
  }
  for (let i = 0; i < size; i++) {
    const [weight, row] = [scale * (vector[i] ?? 0), (first + i) * n];
    for (let j = fromColumn; j <= toColumn; j++)
      a[row + j] = (a[row + j] ?? 0) - weight * (sums[j] ?? 0);
  }
  for (let i = fromRow; i <= toRow; i++) {
    const row = i * n + first;
    let sum = 0;
    for (let j = 0; j < size; j++) sum += (vector[j] ?? 0) * (a[row + j] ?? 0);
    sum *= scale;
    for (let j = 0; j < size; j++) a[row + j] = (a[row + j] ?? 0) - sum * (vector[j] ?? 0);
  }
}
