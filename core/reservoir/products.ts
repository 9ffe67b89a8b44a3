/**
 * Adds the products of columns over `count` steps to sums [rows * (wide + 1)]: of each column with every one before it (and
 * itself) among the first `wide`. Column c stands at c * stride. Four by two columns at a time are summed in registers,
 * which is some twice as fast as one by one; up to three columns beyond `rows` are read and must be there.
 */
export function addProducts(
  columns: Float64Array,
  stride: number,
  count: number,
  rows: number,
  wide: number,
  sums: Float64Array,
): void {
  const width = wide + 1;
  for (let row = 0; row < rows; row += 4) {
    const a0 = row * stride;
    const [a1, a2, a3] = [a0 + stride, a0 + 2 * stride, a0 + 3 * stride];
    const last = Math.min(row + 4, wide);
    for (let column = 0; column < last; column += 2) {
      const b0 = column * stride;
      const b1 = b0 + stride;
      let [s00, s10, s20, s30, s01, s11, s21, s31] = [0, 0, 0, 0, 0, 0, 0, 0];
      for (let t = 0; t < count; t++) {
        const x0 = columns[b0 + t] ?? 0;
        const x1 = columns[b1 + t] ?? 0;
        const y0 = columns[a0 + t] ?? 0;
        const y1 = columns[a1 + t] ?? 0;
        const y2 = columns[a2 + t] ?? 0;
        const y3 = columns[a3 + t] ?? 0;
        s00 += y0 * x0;
        s10 += y1 * x0;
        s20 += y2 * x0;
        s30 += y3 * x0;
        s01 += y0 * x1;
        s11 += y1 * x1;
        s21 += y2 * x1;
        s31 += y3 * x1;
      }
      const at = row * width + column;
      grow(sums, at, s00, s01);
      grow(sums, at + width, s10, s11);
      grow(sums, at + 2 * width, s20, s21);
      grow(sums, at + 3 * width, s30, s31);
    }
  }
}

function grow(sums: Float64Array, at: number, first: number, second: number): void {
  sums[at] = (sums[at] ?? 0) + first;
  sums[at + 1] = (sums[at + 1] ?? 0) + second;
}

/**
 * What readouts say of `count` states: said[output * stride + t] = intercept + sum of weight times state. Four readouts by
 * two steps at a time; `weights` stand state by state, [n * wide] with wide a multiple of four, and so do the outputs said.
 */
export function readOut(
  states: Float64Array,
  stride: number,
  count: number,
  n: number,
  weights: Float64Array,
  intercepts: Float64Array,
  said: Float64Array,
): void {
  const wide = intercepts.length;
  for (let output = 0; output < wide; output += 4)
    for (let t = 0; t < count; t += 2) {
      let p0 = intercepts[output] ?? 0;
      let p1 = intercepts[output + 1] ?? 0;
      let p2 = intercepts[output + 2] ?? 0;
      let p3 = intercepts[output + 3] ?? 0;
      let [q0, q1, q2, q3] = [p0, p1, p2, p3];
      for (let j = 0, w = output, at = t; j < n; j++, w += wide, at += stride) {
        const x = states[at] ?? 0;
        const y = states[at + 1] ?? 0;
        const w0 = weights[w] ?? 0;
        const w1 = weights[w + 1] ?? 0;
        const w2 = weights[w + 2] ?? 0;
        const w3 = weights[w + 3] ?? 0;
        p0 += w0 * x;
        p1 += w1 * x;
        p2 += w2 * x;
        p3 += w3 * x;
        q0 += w0 * y;
        q1 += w1 * y;
        q2 += w2 * y;
        q3 += w3 * y;
      }
      put(said, output * stride + t, p0, q0);
      put(said, (output + 1) * stride + t, p1, q1);
      put(said, (output + 2) * stride + t, p2, q2);
      put(said, (output + 3) * stride + t, p3, q3);
    }
}

function put(said: Float64Array, at: number, first: number, second: number): void {
  said[at] = first;
  said[at + 1] = second;
}
