const production = 0.2;
const decay = 0.1;

/** x^10 by multiplications in a fixed order: `Math.pow` may differ in its last bit from the worker's, and chaos would grow it. */
function tenthPower(x: number): number {
  const square = x * x;
  const fourth = square * square;
  return fourth * fourth * square;
}

function slope(now: number, delayed: number): number {
  return (production * delayed) / (1 + tenthPower(delayed)) - decay * now;
}

/**
 * dx/dt = 0.2 x(t - tau) / (1 + x(t - tau)^10) - 0.1 x, x = `start` for t <= 0 (Mackey & Glass 1977, Science 197, 287).
 *
 * Runge and Kutta's fourth order with step tau / stepsPerDelay; the delayed value half a step on is the cubic Hermite
 * midpoint of its neighbours, so the whole keeps fourth order. @returns x at steps 0..count.
 */
export function mackeyGlassSeries(
  start: number,
  tau: number,
  stepsPerDelay: number,
  count: number,
): Float64Array<ArrayBuffer> {
  const h = tau / stepsPerDelay;
  const x = new Float64Array(count + 1);
  const dx = new Float64Array(count + 1);
  const at = (index: number) => (index < 0 ? start : (x[index] ?? 0));
  x[0] = start;
  for (let k = 0; k < count; k++) {
    const back = k - stepsPerDelay;
    const now = x[k] ?? 0;
    const left = at(back);
    const right = at(back + 1);
    const middle =
      back < 0 ? start : (left + right) / 2 + (h / 8) * ((dx[back] ?? 0) - (dx[back + 1] ?? 0));
    const k1 = slope(now, left);
    dx[k] = k1;
    const k2 = slope(now + (h / 2) * k1, middle);
    const k3 = slope(now + (h / 2) * k2, middle);
    const k4 = slope(now + h * k3, right);
    x[k + 1] = now + (h / 6) * (k1 + 2 * k2 + 2 * k3 + k4);
  }
  return x;
}
