import { describe, expect, test } from 'vitest';
import { covarianceOf } from './encoded.ts';
import { measureEffectMatrix } from './effect-matrix.ts';
import { linearWorld } from './linear-world.ts';
import { times, type Rows } from './linear.ts';
import { purified, purifiedMove, stepEffect } from './purified.ts';
import { Spread } from './spread.ts';
import { tradeOff } from './trade-off.ts';

const effects: Rows = [
  [1, 0.8, 0, 0],
  [0.9, 1, 0.2, 0],
  [0, 0.5, 1, 3],
];

async function matrixOf(world: ReturnType<typeof linearWorld>, sds = [1, 1, 1]) {
  const spread = new Spread(covarianceOf(world.encoded));
  const around = { ...world.encoded, circuits: [3, 50, 200] };
  const { decode } = world;
  const asked = { around, spread, individuals: 2, seed: 5, reach: 1, sds, decode };
  const reports = measureEffectMatrix(asked);
  for (;;) {
    const turn = await reports.next();
    if (turn.done) return { spread, matrix: turn.value };
  }
}

test('finite differences find the effects of a linear world exactly, through any noise of its individuals', async () => {
  const { spread, matrix } = await matrixOf(linearWorld(effects, 100), [1, 2, 1]);
  matrix.forEach((row, metric) =>
    row.forEach((value, axis) => {
      const unit = [0, 1, 2, 3].map((d) => (d === axis ? 1 : 0));
      const exact = times([effects[metric] ?? []], spread.fromWhitened(unit))[0] ?? NaN;
      expect(value).toBeCloseTo(exact / (metric === 1 ? 2 : 1), 9);
    }),
  );
});

describe('a purified move', () => {
  test('changes its metric by what a step shall and, with little ridge, none of those that are held', async () => {
    const { matrix, spread } = await matrixOf(linearWorld(effects));
    for (const own of [0, 1, 2]) {
      const step = purified.step(spread, matrix, own, [0, 1, 2], 1e-8);
      times(effects, step).forEach((change, row) =>
        expect(change).toBeCloseTo(row === own ? stepEffect : 0, 4),
      );
    }
  });

  test('leaves the others free: it is shorter, and they move', async () => {
    const { matrix, spread } = await matrixOf(linearWorld(effects));
    const all = purified.step(spread, matrix, 0, [1, 2], 1e-6);
    const one = purified.step(spread, matrix, 0, [2], 1e-6);
    expect(spread.lengthOf(one)).toBeLessThan(spread.lengthOf(all) / 2);
    const [own, free = 0, held] = times(effects, one);
    expect(own).toBeCloseTo(stepEffect, 6);
    expect(Math.abs(free)).toBeGreaterThan(0.4);
    expect(held).toBeCloseTo(0, 3);
  });

  test('is the same whatever coordinates the latent space has', async () => {
    // the second space is the first seen through another basis: z' = B z, effects' = effects B^-1
    const stretch = [3, 0.2, -1, 5];
    const mixing: Rows = [
      [2, 0, 0, 0],
      [1, 0.5, 0, 0],
      [0, 0.3, 1, 0],
      [0.2, 0, -0.4, 0.1],
    ];
    const seen = linearWorld(
      effects.map((row) => row.map((value, d) => value / (stretch[d] ?? 1))),
      0,
      mixing.map((row, d) => row.map((value) => value * (stretch[d] ?? 1))),
    );
    const here = await matrixOf(linearWorld(effects));
    const there = await matrixOf(seen);
    const step = purified.step(here.spread, here.matrix, 0, [1, 2], 0.15);
    const same = purified.step(there.spread, there.matrix, 0, [1, 2], 0.15);
    same.forEach((value, d) => expect(value / (stretch[d] ?? 1)).toBeCloseTo(step[d] ?? NaN, 3));
  });

  test('is refused where nothing moves the metric, or no ridge is given', () => {
    expect(() => purifiedMove([[0, 0]], 0, [], 0.1)).toThrow(RangeError);
    expect(() => purifiedMove([[1, 0]], 0, [], 0)).toThrow(RangeError);
  });
});

test('the trade-off: the greater the ridge, the more a unit of length moves the metric, and the more the others', async () => {
  const { matrix } = await matrixOf(linearWorld(effects));
  const points = tradeOff(matrix, 0, [1, 2]);
  points.forEach(({ own, side, length }, k) => {
    expect(own).toBeCloseTo(1 / length, 9);
    const before = points[k - 1];
    if (before) {
      expect(own).toBeGreaterThanOrEqual(before.own - 1e-12);
      expect(side).toBeGreaterThanOrEqual(before.side - 1e-12);
    }
  });
});
