import type { Plane } from '../contracts/room.ts';
import type { Circuit } from '../decoder/circuit.ts';
import {
  emptyValues,
  latentPoint,
  newPoints,
  placeOnFinest,
  terrainLevels,
  valuesAt,
  type GridPoint,
  type Region,
  type TerrainLevel,
} from './grid.ts';

/** A property over a stretch of a plane, of one individual over one set of neurons. */
export type Terrain = {
  readonly region: Region;
  readonly cells: TerrainLevel;
  /** at the corners of the cells [(cells + 1)²], row by row from the top; NaN: not defined */
  readonly values: Float64Array;
};

export type TerrainAsked = {
  readonly plane: Plane;
  readonly region: Region;
  /** places in one decode */
  readonly batch: number;
  /** The circuits of some places. The next batch is asked for when this one is there. */
  readonly decode: (places: readonly (readonly number[])[]) => Promise<readonly Circuit[]>;
  /** The property of each circuit, NaN where it is not defined. */
  readonly measure: (circuits: readonly Circuit[]) => Promise<ArrayLike<number>>;
  readonly told: (terrain: Terrain) => void;
  /** Asked between batches: whether nobody wants it any more. */
  readonly ended: () => boolean;
};

/** Batches that may wait to be measured: what is decoded is held until then. */
const mostWaiting = 3;

/**
 * Places in one decode of n neurons. The work grows with n², and a person's probe waits for one batch at most: about
 * 8 ms of wasm.
 */
export function batchOf(n: number): number {
  return Math.max(1, Math.min(16, Math.round(8 * (64 / n) ** 2)));
}

/**
 * A terrain from coarse to fine, told at each level; points of a coarser level are not decoded again. While a batch is
 * measured the next one is decoded. @returns whether it came to its end
 */
export async function growTerrain(asked: TerrainAsked): Promise<boolean> {
  const { plane, region, batch, decode, measure, told, ended } = asked;
  const values = emptyValues();
  const waiting: Promise<void>[] = [];
  const take = async (points: readonly GridPoint[], circuits: readonly Circuit[]) => {
    const measured = await measure(circuits);
    points.forEach((point, k) => (values[placeOnFinest(point)] = measured[k] ?? NaN));
  };
  for (const level of terrainLevels) {
    const points = newPoints(level);
    for (let from = 0; from < points.length; from += batch) {
      if (ended()) return settled(waiting);
      const some = points.slice(from, from + batch);
      const circuits = await decode(some.map((point) => latentPoint(plane, region, point)));
      if (waiting.length === mostWaiting) await waiting.shift();
      const taken = take(some, circuits);
      taken.catch(() => undefined); // heard where it is waited for
      waiting.push(taken);
    }
    await Promise.all(waiting.splice(0));
    if (ended()) return false;
    told({ region, cells: level, values: valuesAt(values, level) });
  }
  return true;
}

/** What is still being measured is waited for, so that its failure is heard here. */
async function settled(waiting: readonly Promise<void>[]): Promise<false> {
  await Promise.all(waiting);
  return false;
}
