import type { Plane } from '../contracts/room.ts';
import { unproject } from '../latent/index.ts';

/** The stretch of a plane that a terrain covers, in plane units. */
export type Region = {
  readonly left: number;
  readonly right: number;
  readonly low: number;
  readonly high: number;
};

/** Cells a side, coarse to fine; each halves those of the one before, so that every point stays a point. */
export const terrainLevels = [16, 32, 64] as const;
export type TerrainLevel = (typeof terrainLevels)[number];

const finest = terrainLevels[2];

/** Points a side: the corners of the cells, so that the outer ones lie on the region's border. */
export const pointsASide = (cells: TerrainLevel) => cells + 1;

/** Column (from the left) and row (from the top) on the finest grid. */
export type GridPoint = { readonly column: number; readonly row: number };

/** The points that a level has and the coarser ones have not, row by row. */
export function newPoints(level: TerrainLevel): GridPoint[] {
  const step = finest / level;
  const coarser = terrainLevels[terrainLevels.indexOf(level) - 1];
  const known = coarser ? finest / coarser : Infinity;
  const points: GridPoint[] = [];
  for (let row = 0; row <= finest; row += step)
    for (let column = 0; column <= finest; column += step)
      if (!coarser || row % known !== 0 || column % known !== 0) points.push({ column, row });
  return points;
}

/** Where a point lies in the plane. */
export function planePoint(region: Region, { column, row }: GridPoint): [s: number, t: number] {
  const between = (from: number, to: number, step: number) => from + ((to - from) * step) / finest;
  return [between(region.left, region.right, column), between(region.high, region.low, row)];
}

/** The z of a point, with the four decimals that a probe has: a probe put there decodes the same circuit. */
export function latentPoint(plane: Plane, region: Region, point: GridPoint): number[] {
  return unproject(plane, ...planePoint(region, point)).map(
    (value) => Math.round(value * 1e4) / 1e4,
  );
}

/** Values on the finest grid, NaN where there is none yet. */
export function emptyValues(): Float64Array {
  return new Float64Array((finest + 1) ** 2).fill(NaN);
}

export const placeOnFinest = ({ column, row }: GridPoint) => row * (finest + 1) + column;

/** What of the finest grid a level shows [(cells + 1)²], row by row from the top. */
export function valuesAt(values: Float64Array, level: TerrainLevel): Float64Array {
  const side = pointsASide(level);
  const step = finest / level;
  return Float64Array.from({ length: side * side }, (_, k) => {
    const point = { column: (k % side) * step, row: Math.floor(k / side) * step };
    return values[placeOnFinest(point)] ?? NaN;
  });
}
