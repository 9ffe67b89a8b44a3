import { expect, test } from 'vitest';
import type { Plane } from '../contracts/room.ts';
import type { Circuit } from '../decoder/circuit.ts';
import { project } from '../latent/index.ts';
import { latentPoint, newPoints, placeOnFinest, planePoint, terrainLevels } from './grid.ts';
import { batchOf, growTerrain, type Terrain } from './grow.ts';

const plane: Plane = {
  id: 'custom',
  label: ['a', 'b'],
  origin: [1, -2, 0.5],
  u: [0.5, 0, 0.25],
  v: [0, 2, -1],
};
const region = { left: -2, right: 2, low: -1, high: 3 };

/** A circuit of one neuron for each place; the place is what is measured of it. */
function scene(value: (z: readonly number[]) => number, stopAfter = Infinity) {
  const decoded: string[] = [];
  const places = new Map<Circuit, readonly number[]>();
  const told: Terrain[] = [];
  let [inFlight, most, largest] = [0, 0, 0];
  return {
    decoded,
    told,
    most: () => most,
    largest: () => largest,
    asked: {
      plane,
      region,
      batch: 7,
      decode: async (asked: readonly (readonly number[])[]) => {
        largest = Math.max(largest, asked.length);
        most = Math.max(most, ++inFlight);
        await Promise.resolve();
        inFlight--;
        return asked.map((z) => {
          decoded.push(z.join(' '));
          const circuit = { n: 1, adjacency: new Uint8Array(1) };
          places.set(circuit, z);
          return circuit;
        });
      },
      measure: (circuits: readonly Circuit[]) =>
        Promise.resolve(circuits.map((circuit) => value(places.get(circuit) ?? []))),
      told: (terrain: Terrain) => void told.push(terrain),
      ended: () => decoded.length >= stopAfter,
    },
  };
}

test('the levels together name every corner of 64 x 64 cells once, the coarse ones first', () => {
  const named = terrainLevels.map((level) => newPoints(level).map(placeOnFinest));
  expect(named.map(({ length }) => length)).toEqual([
    17 ** 2,
    33 ** 2 - 17 ** 2,
    65 ** 2 - 33 ** 2,
  ]);
  expect(new Set(named.flat()).size).toBe(65 ** 2);
});

test('the grid reaches from border to border, its first point at the top left', () => {
  expect(planePoint(region, { column: 0, row: 0 })).toEqual([-2, 3]);
  expect(planePoint(region, { column: 64, row: 64 })).toEqual([2, -1]);
  expect(planePoint(region, { column: 32, row: 16 })).toEqual([0, 2]);
});

test('a point is the z of its place in the plane, with the decimals of a probe', () => {
  const z = latentPoint(plane, region, { column: 3, row: 50 });
  const [s, t] = planePoint(region, { column: 3, row: 50 });
  project(plane, z).forEach((at, k) => expect(at).toBeCloseTo([s, t][k] ?? NaN, 3));
  z.forEach((value) => expect(value).toBe(Math.round(value * 1e4) / 1e4));
});

test('a linear property is told exactly at every level, and no place is decoded twice', async () => {
  const { asked, told, decoded, most, largest } = scene((z) => (z[0] ?? 0) + 3 * (z[1] ?? 0));
  expect(await growTerrain(asked)).toBe(true);
  expect(told.map(({ cells }) => cells)).toEqual([16, 32, 64]);
  expect(new Set(decoded).size).toBe(65 ** 2);
  expect(decoded).toHaveLength(65 ** 2);
  expect(most()).toBe(1); // one batch at a time: a probe waits for no more
  expect(largest()).toBe(7);
  for (const { cells, values } of told) {
    expect(values).toHaveLength((cells + 1) ** 2);
    values.forEach((value, k) => {
      const s = -2 + (4 * (k % (cells + 1))) / cells;
      const t = 3 - (4 * Math.floor(k / (cells + 1))) / cells;
      expect(value).toBeCloseTo(1 + 0.5 * s + 3 * (-2 + 2 * t), 3);
    });
  }
});

test('what is not defined is a hole, also in the coarse level', async () => {
  const { asked, told } = scene((z) => ((z[1] ?? 0) < 0 ? NaN : 1));
  await growTerrain(asked);
  const holes = told.map(({ values }) => values.filter(Number.isNaN).length / values.length);
  holes.forEach((share) => {
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.6);
  });
});

test('it stops between two batches when nobody wants it', async () => {
  const { asked, told, decoded } = scene(() => 0, 300);
  expect(await growTerrain(asked)).toBe(false);
  expect(told.map(({ cells }) => cells)).toEqual([16]);
  expect(decoded.length).toBeLessThan(300 + 7);
});

test('a failing decode or measure is told to whoever asked', async () => {
  const failing = () => Promise.reject(new Error('gone'));
  await expect(growTerrain({ ...scene(() => 0).asked, decode: failing })).rejects.toThrow('gone');
  await expect(growTerrain({ ...scene(() => 0).asked, measure: failing })).rejects.toThrow('gone');
});

test('a batch is about as much work for every number of neurons', () => {
  expect([16, 64, 128, 256, 512].map(batchOf)).toEqual([16, 8, 2, 1, 1]);
});
