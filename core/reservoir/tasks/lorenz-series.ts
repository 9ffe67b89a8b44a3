const sigma = 10;
const rho = 28;
const beta = 8 / 3;

type Point = readonly [x: number, y: number, z: number];

function slope([x, y, z]: Point): Point {
  return [sigma * (y - x), x * (rho - z) - y, x * y - beta * z];
}

function along([x, y, z]: Point, [dx, dy, dz]: Point, h: number): Point {
  return [x + h * dx, y + h * dy, z + h * dz];
}

/**
 * One step of Runge and Kutta's fourth order on Lorenz 1963 (J. Atmos. Sci. 20, 130; sigma 10, rho 28, beta 8/3).
 * The order of operations is that of the worker, since chaos grows a last bit to everything within 40 units of time.
 */
export function lorenzStep(point: Point, h: number): Point {
  const k1 = slope(point);
  const k2 = slope(along(point, k1, h / 2));
  const k3 = slope(along(point, k2, h / 2));
  const k4 = slope(along(point, k3, h));
  const mean = (a: number, b: number, c: number, d: number) => a + 2 * b + 2 * c + d;
  return along(
    point,
    [
      mean(k1[0], k2[0], k3[0], k4[0]),
      mean(k1[1], k2[1], k3[1], k4[1]),
      mean(k1[2], k2[2], k3[2], k4[2]),
    ],
    h / 6,
  );
}

/** x at every second step of h = 0.01, so 0.02 of time apart: [count + 1]. */
export function lorenzSeries(start: Point, count: number): Float64Array<ArrayBuffer> {
  const series = new Float64Array(count + 1);
  let point = start;
  series[0] = point[0];
  for (let k = 1; k <= count; k++) {
    point = lorenzStep(lorenzStep(point, 0.01), 0.01);
    series[k] = point[0];
  }
  return series;
}
