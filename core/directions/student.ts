/**
 * P(|T| < sqrt(freedom) tan(angle)) for Student's T with a whole number of degrees of freedom, exactly: Abramowitz & Stegun
 * 1964, 26.7.3 and 26.7.4.
 */
function withinAngle(angle: number, freedom: number): number {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const odd = freedom % 2 === 1;
  let term = odd ? cos : 1;
  let sum = freedom === 1 ? 0 : term;
  for (let k = odd ? 2 : 1; k < freedom - 2; k += 2) {
    term *= (k / (k + 1)) * cos * cos;
    sum += term;
  }
  return odd ? (2 / Math.PI) * (angle + sin * sum) : sin * sum;
}

/** What |T| stays below with this probability, by bisection. */
export function studentBound(probability: number, freedom: number): number {
  let [low, high] = [0, Math.PI / 2];
  for (let turn = 0; turn < 60; turn++) {
    const middle = (low + high) / 2;
    if (withinAngle(middle, freedom) < probability) low = middle;
    else high = middle;
  }
  return Math.sqrt(freedom) * Math.tan((low + high) / 2);
}
