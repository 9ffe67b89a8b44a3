import { contours } from 'd3-contour';
import { pointsASide, type Terrain } from '~/core/terrain/index.ts';
import type { Tick } from '../metric-scale.ts';
import type { Point } from '../camera.ts';

/** The lines of one level, each a run of places in plane units. */
export interface ContourLine {
  readonly level: number;
  readonly text: string;
  readonly runs: readonly (readonly Point[])[];
}

/** Rings of fewer corners are single points of the grid that stand out, and draw nothing but noise. */
const leastCorners = 8;

/**
 * Lines of equal value through a terrain. The rings of d3-contour also close along the border of the grid and around what
 * is not defined; there they are cut open, so that only true lines are left.
 */
export function contourLines(terrain: Terrain, levels: readonly Tick[]): ContourLine[] {
  const side = pointsASide(terrain.cells);
  const { left, right, low, high } = terrain.region;
  // d3-contour counts from the outer edge of pixels; its pixel centres are our corners of cells.
  const toPlane = ([x = 0, y = 0]: readonly number[]): Point => [
    left + ((right - left) * (x - 0.5)) / terrain.cells,
    high + ((low - high) * (y - 0.5)) / terrain.cells,
  ];
  const cut = (corner: Corner) =>
    onBorder(corner, side) || besideHole(corner, terrain.values, side);
  const trace = contours().size([side, side]);
  const values = Array.from(terrain.values);
  return levels.map(({ value, text }) => {
    const rings = trace.contour(values, value).coordinates.flat();
    const runs = rings
      .filter((ring) => ring.length >= leastCorners)
      .flatMap((ring) => inside(ring, cut))
      .map((run) => run.map(toPlane));
    return { level: value, text, runs };
  });
}

type Corner = readonly number[];

const onBorder = ([x = 0, y = 0]: Corner, side: number) =>
  x <= 0 || y <= 0 || x >= side || y >= side;

/** Whether a corner lies at most one point away from one without a value: rings run around these, not through them. */
function besideHole([x = 0, y = 0]: Corner, values: Float64Array, side: number): boolean {
  for (let row = Math.ceil(y - 1.5); row <= Math.floor(y + 0.5); row++)
    for (let column = Math.ceil(x - 1.5); column <= Math.floor(x + 0.5); column++)
      if (column >= 0 && column < side && Number.isNaN(values[row * side + column] ?? 0))
        return true;
  return false;
}

/** The stretches of a closed ring without the corners that are cut. */
function inside(ring: readonly Corner[], cut: (corner: Corner) => boolean): Corner[][] {
  const runs: Corner[][] = [];
  let run: Corner[] = [];
  for (const corner of ring) {
    if (!cut(corner)) {
      run.push(corner);
      continue;
    }
    if (run.length > 1) runs.push(run);
    run = [];
  }
  if (run.length > 1) runs.push(run);
  return runs;
}
