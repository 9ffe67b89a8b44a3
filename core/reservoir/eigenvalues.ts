import { toHessenberg } from './hessenberg.ts';

const epsilon = 2 ** -52;

/**
 * Eigenvalues of a real general matrix [n * n] (rows), as pairs re, im in no order.
 *
 * QR with Wilkinson's shift on the Hessenberg form, in complex arithmetic and by Givens rotations (Golub & Van Loan,
 * Matrix Computations, 7.5). @throws Error when 40 n steps do not part an eigenvalue, which no test has seen.
 */
export function eigenvalues(matrix: Float64Array, n: number): { re: number; im: number }[] {
  const re = toHessenberg(matrix, n);
  const im = new Float64Array(n * n);
  const found: { re: number; im: number }[] = [];
  let last = n - 1;
  let steps = 0;
  while (last >= 0) {
    const first = startOfBlock(re, im, n, last);
    if (first === last) {
      found.push({ re: re[last * n + last] ?? 0, im: im[last * n + last] ?? 0 });
      last--;
      steps = 0;
      continue;
    }
    if (++steps > 40 * n) throw new Error('The eigenvalues did not converge.');
    qrStep(re, im, n, first, last, steps % 11 === 10);
  }
  return found;
}

/** The first row of the trailing block that no negligible subdiagonal entry parts from `last`; those are set to 0. */
function startOfBlock(re: Float64Array, im: Float64Array, n: number, last: number): number {
  for (let row = last; row > 0; row--) {
    const at = row * n + row;
    const beside =
      Math.hypot(re[at] ?? 0, im[at] ?? 0) + Math.hypot(re[at - n - 1] ?? 0, im[at - n - 1] ?? 0);
    if (Math.hypot(re[at - 1] ?? 0, im[at - 1] ?? 0) > epsilon * beside) continue;
    re[at - 1] = im[at - 1] = 0;
    return row;
  }
  return 0;
}

/** The eigenvalue of the trailing 2 x 2 block nearer to its last entry. */
function wilkinsonShift(re: Float64Array, im: Float64Array, n: number, last: number) {
  const d = last * n + last;
  const [a, b, c] = [d - n - 1, d - n, d - 1];
  const halfRe = ((re[a] ?? 0) - (re[d] ?? 0)) / 2;
  const halfIm = ((im[a] ?? 0) - (im[d] ?? 0)) / 2;
  const bcRe = (re[b] ?? 0) * (re[c] ?? 0) - (im[b] ?? 0) * (im[c] ?? 0);
  const bcIm = (re[b] ?? 0) * (im[c] ?? 0) + (im[b] ?? 0) * (re[c] ?? 0);
  const squareRe = halfRe * halfRe - halfIm * halfIm + bcRe;
  const squareIm = 2 * halfRe * halfIm + bcIm;
  const size = Math.hypot(squareRe, squareIm);
  let rootRe = Math.sqrt(Math.max(0, (size + squareRe) / 2));
  let rootIm = Math.sqrt(Math.max(0, (size - squareRe) / 2)) * (squareIm < 0 ? -1 : 1);
  // d + half ± root: the sign that brings it nearer to d
  if (halfRe * rootRe + halfIm * rootIm > 0) [rootRe, rootIm] = [-rootRe, -rootIm];
  return { re: (re[d] ?? 0) + halfRe + rootRe, im: (im[d] ?? 0) + halfIm + rootIm };
}

function qrStep(
  re: Float64Array,
  im: Float64Array,
  n: number,
  first: number,
  last: number,
  exceptional: boolean,
): void {
  const below = last * n + last - 1;
  // Now and then a shift of another kind, for matrices that the usual one only turns round.
  const shift = exceptional
    ? { re: (re[last * n + last] ?? 0) + Math.abs(re[below] ?? 0), im: Math.abs(im[below] ?? 0) }
    : wilkinsonShift(re, im, n, last);
  for (let k = first; k <= last; k++) {
    re[k * n + k] = (re[k * n + k] ?? 0) - shift.re;
    im[k * n + k] = (im[k * n + k] ?? 0) - shift.im;
  }
  const rotations: [c: number, sRe: number, sIm: number][] = [];
  for (let k = first; k < last; k++) {
    const top = k * n;
    const low = top + n;
    const [aRe, aIm] = [re[top + k] ?? 0, im[top + k] ?? 0];
    const [bRe, bIm] = [re[low + k] ?? 0, im[low + k] ?? 0];
    const a = Math.hypot(aRe, aIm);
    const norm = Math.hypot(a, bRe, bIm);
    // G = [c, s; -conj(s), c], s = phase(a) conj(b) / norm, takes b away
    const c = norm === 0 ? 1 : a / norm;
    const [pRe, pIm] = a === 0 ? [1, 0] : [aRe / a, aIm / a];
    const sRe = norm === 0 ? 0 : (pRe * bRe + pIm * bIm) / norm;
    const sIm = norm === 0 ? 0 : (pIm * bRe - pRe * bIm) / norm;
    rotations.push([c, sRe, sIm]);
    for (let j = k; j <= last; j++) {
      const [xRe, xIm] = [re[top + j] ?? 0, im[top + j] ?? 0];
      const [yRe, yIm] = [re[low + j] ?? 0, im[low + j] ?? 0];
      re[top + j] = c * xRe + sRe * yRe - sIm * yIm;
      im[top + j] = c * xIm + sRe * yIm + sIm * yRe;
      re[low + j] = c * yRe - sRe * xRe - sIm * xIm;
      im[low + j] = c * yIm - sRe * xIm + sIm * xRe;
    }
  }
  rotations.forEach(([c, sRe, sIm], index) => {
    const k = first + index;
    for (let i = first; i <= Math.min(last, k + 1); i++) {
      const at = i * n + k;
      const [xRe, xIm] = [re[at] ?? 0, im[at] ?? 0];
      const [yRe, yIm] = [re[at + 1] ?? 0, im[at + 1] ?? 0];
      re[at] = c * xRe + sRe * yRe + sIm * yIm;
      im[at] = c * xIm + sRe * yIm - sIm * yRe;
      re[at + 1] = c * yRe - sRe * xRe + sIm * xIm;
      im[at + 1] = c * yIm - sRe * xIm - sIm * xRe;
    }
  });
  for (let k = first; k <= last; k++) {
    re[k * n + k] = (re[k * n + k] ?? 0) + shift.re;
    im[k * n + k] = (im[k * n + k] ?? 0) + shift.im;
  }
}
