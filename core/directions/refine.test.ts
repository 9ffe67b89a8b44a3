import { expect, test } from 'vitest';
import type { DecodeAndMeasure } from './decode.ts';
import { covarianceOf } from './encoded.ts';
import { linearWorld } from './linear-world.ts';
import { times } from './linear.ts';
import { farthest, refineMove, type Refined } from './refine.ts';
import { Spread } from './spread.ts';

const world = linearWorld([]);
const spread = new Spread(covarianceOf(world.encoded));
const axis = (k: number) => spread.fromWhitened([0, 1, 2, 3].map((d) => (d === k ? 1 : 0)));
const whitened = [0, 1, 2, 3].map(axis);

/** A world that is not straight: the second metric bends with the first latent unit, which its slope at z does not tell. */
const bent: DecodeAndMeasure = (circuit, places) => {
  const middle = world.encoded.z;
  return Promise.resolve(
    places.flatMap(({ z }) => {
      const off = z.map((value, d) => value - (middle[circuit * 4 + d] ?? 0));
      const y = solveTriangular(off);
      return [y[0] ?? 0, (y[1] ?? 0) + 0.4 * (y[0] ?? 0) ** 3];
    }),
  );
};

/** y with L y = off, L lower triangular with the columns `whitened`. */
function solveTriangular(off: readonly number[]): number[] {
  const y: number[] = [];
  off.forEach((value, i) => {
    const known = y.reduce((sum, one, k) => sum + one * (whitened[k]?.[i] ?? 0), 0);
    y.push((value - known) / (whitened[i]?.[i] ?? 1));
  });
  return y;
}

async function refined(
  asked: {
    most?: number;
    move?: number[];
    decode?: DecodeAndMeasure;
    effects?: number[][];
    held?: number[];
  } = {},
): Promise<Refined[]> {
  const reports: Refined[] = [];
  const found = refineMove({
    spread,
    effects: asked.effects ?? [
      [1, 0, 0, 0],
      [0, 1, 0, 0],
    ],
    move: asked.move ?? [1, 0, 0, 0],
    own: 0,
    held: asked.held ?? [1],
    ridge: 0.15,
    enough: 0.05,
    most: asked.most ?? 8,
    measured: {
      from: { ...world.encoded, circuits: [1, 2] },
      individuals: 1,
      seed: 1,
      steps: [-2, 0, 2],
      metrics: [
        { id: 'first', sd: 1 },
        { id: 'second', sd: 1 },
        ...(asked.held ?? [1]).slice(1).map((k) => ({ id: `held ${k}`, sd: 1 })),
      ],
      decode: asked.decode ?? bent,
    },
  });
  for await (const report of found) reports.push(report);
  return reports;
}

test('where the world bends, the move is corrected until what is held stays over the whole slider', async () => {
  const reports = await refined();
  expect(reports[0]?.side).toBeCloseTo(6.4, 6); // 2 · 0.4 · 2³
  expect(reports.at(-1)?.side).toBeLessThanOrEqual(0.05);
  expect(reports.at(-1)?.rounds).toBe(reports.length - 1);
});

test('it is corrected as often as asked, and never to a step that leaves the data', async () => {
  expect(await refined({ most: 1 })).toHaveLength(2);
  const reports = await refined({ move: [1.6, 0, 0, 0] });
  for (const { move } of reports) expect(Math.hypot(...move)).toBeLessThanOrEqual(farthest);
});

test('where two metrics cannot be parted, a move that does less of both is no better', async () => {
  const bound: DecodeAndMeasure = async (circuit, places) =>
    Array.from(await bent(circuit, places)).map((value, k, all) =>
      k % 2 === 0 ? value : 3 * (all[k - 1] ?? 0),
    );
  const effects = [
    [1, 0, 0, 0],
    [3, 0, 0, 0],
  ];
  const reports = await refined({ decode: bound, effects });
  expect(reports.length).toBeGreaterThan(1);
  expect(reports.at(-1)).toMatchObject({ rounds: 0, move: [1, 0, 0, 0] });
});

/** Metrics that are linear in the whitened move, but not as `effects` say. */
const straight =
  (rows: number[][]): DecodeAndMeasure =>
  (circuit, places) =>
    Promise.resolve(
      places.flatMap(({ z }) => {
        const middle = world.encoded.z;
        const off = z.map((value, d) => value - (middle[circuit * 4 + d] ?? 0));
        return times(rows, solveTriangular(off));
      }),
    );

test('slopes that are told wrong are learnt', async () => {
  const decode = straight([
    [1, 0.2, 0, 0],
    [0.9, 0.3, 0, 0.5],
  ]);
  const effects = [
    [1, 0, 0, 0],
    [0.3, 0.7, 0, 0.9],
  ];
  const reports = await refined({ decode, effects, move: [0.85, 0, 0, 0] });
  expect(reports[0]?.side).toBeGreaterThan(3);
  expect(reports.at(-1)?.side).toBeLessThanOrEqual(0.05);
});

test('a move that is too long is brought back within the data', async () => {
  const rows = [
    [0.3, 0.3, 0, 0],
    [0, 0.05, 0, 0],
  ];
  const reports = await refined({ decode: straight(rows), effects: rows, move: [0, 3, 0, 0] });
  expect(Math.hypot(...(reports.at(-1)?.move ?? []))).toBeLessThanOrEqual(farthest);
  expect(reports.at(-1)?.side).toBeLessThan(0.3);
});

test('where not all can be held, it is the largest change that becomes small', async () => {
  const rows = [
    [1, 0, 0, 0],
    [0.1, 1, 0, 0],
    [0.5, 0.3, 0, 0],
  ];
  const reports = await refined({
    decode: straight(rows),
    effects: rows,
    move: [0.85, 0, 0, 0],
    held: [1, 2],
  });
  const move = reports.at(-1)?.move ?? [];
  const [own = 0, ...kept] = times(rows, move);
  const largest = Math.max(...kept.map(Math.abs)) / own;
  // moves [1, t]: the largest is least where 0.5 + 0.3 t = -(0.1 + t), 0.362; least squares leave 0.431
  expect(largest).toBeCloseTo(0.362, 1);
  expect(largest).toBeLessThan(0.39);
});
