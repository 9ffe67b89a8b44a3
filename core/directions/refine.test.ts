import { expect, test } from 'vitest';
import type { DecodeAndMeasure } from './decode.ts';
import { covarianceOf } from './encoded.ts';
import { linearWorld } from './linear-world.ts';
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
  asked: { most?: number; move?: number[]; decode?: DecodeAndMeasure; effects?: number[][] } = {},
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
    held: [1],
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
