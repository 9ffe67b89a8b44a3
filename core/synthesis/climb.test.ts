import { describe, expect, it } from 'vitest';
import { metricIds, type MetricId } from '../contracts/model.ts';
import type { Decode } from './blueprint-search.ts';
import { climb, type ClimbEnd, type ClimbStep } from './climb.ts';
import { synthesisGround } from './synthesise.ts';
import { transparentDecode, transparentMap, transparentModel } from './transparent-model.ts';

const { ground, distanceOf } = synthesisGround(transparentMap(200, 0), transparentModel);
const { scales } = ground;

async function told(
  from: number[],
  raise: MetricId,
  hold: MetricId[],
  lower = false,
  decode: Decode = transparentDecode,
) {
  const asked = { from, seed: 5, raise, hold, lower };
  const path = climb(asked, { prior: transparentModel.prior, distanceOf, scales }, decode);
  const steps: ClimbStep[] = [];
  for (;;) {
    const { done, value } = await path.next();
    if (done) return { steps, end: value satisfies ClimbEnd };
    steps.push(value);
  }
}

async function path(raise: MetricId, hold: MetricId[], lower = false): Promise<ClimbStep[]> {
  return (await told([0.1, -0.2, 0.3, 0], raise, hold, lower)).steps;
}

/** Of one metric along a path, in shares of its range from the start. */
const course = (steps: readonly ClimbStep[], metric: MetricId) => {
  const k = metricIds.indexOf(metric);
  const start = steps[0]?.expected[k] ?? 0;
  return steps.map(({ expected }) => ((expected[k] ?? 0) - start) / (scales[k] ?? 1));
};

it('raises one metric step by step and holds the others, up to the edge of the data', async () => {
  const steps = await path('reciprocity', ['density', 'cv_out']);
  expect(steps.length).toBeGreaterThan(4);
  expect(steps[0]?.z).toEqual([0.1, -0.2, 0.3, 0]);
  const rising = course(steps, 'reciprocity');
  rising.slice(1).forEach((value, k) => expect(value).toBeGreaterThan(rising[k] ?? 0));
  expect(rising.at(-1)).toBeGreaterThan(0.25);
  for (const metric of ['density', 'cv_out'] as const)
    for (const value of course(steps, metric)) expect(Math.abs(value)).toBeLessThan(0.03);
  for (const { distance } of steps) expect(distance).toBeLessThanOrEqual(1.5);
});

it('goes down as well, and without holding drags others along', async () => {
  const down = course(await path('density', [], true), 'density');
  down.slice(1).forEach((value, k) => expect(value).toBeLessThan(down[k] ?? 0));
  const free = course(await path('reciprocity', []), 'density').map(Math.abs);
  const heldThere = course(await path('reciprocity', ['density']), 'density').map(Math.abs);
  expect(Math.max(...free)).toBeGreaterThan(3 * Math.max(...heldThere));
});

it('stays where every way up would move what is held', async () => {
  // Seven held metrics leave none of four dimensions free.
  const others = metricIds.filter((metric) => metric !== 'reciprocity');
  const { steps, end } = await told([0.1, -0.2, 0.3, 0], 'reciprocity', others);
  expect(steps).toHaveLength(1);
  expect(end).toBe('level');
});

describe('a start beyond the data', () => {
  const from = [0, 5, 0, 0]; // far out towards reciprocity

  it('is walked towards them, each step beyond nearer', async () => {
    const { steps } = await told(from, 'reciprocity', [], true);
    expect(steps[0]?.distance).toBeGreaterThan(2);
    expect(steps.length).toBeGreaterThan(4);
    steps.slice(1).forEach(({ distance }, k) => {
      if (distance > 1.5) expect(distance).toBeLessThan(steps[k]?.distance ?? 0);
    });
    const falling = course(steps, 'reciprocity');
    falling.slice(1).forEach((value, k) => expect(value).toBeLessThan(falling[k] ?? 0));
  });

  it('is not left for places further out, and says so', async () => {
    const { steps, end } = await told(from, 'reciprocity', []);
    expect(steps).toHaveLength(1);
    expect(end).toBe('edge of the data');
  });
});

it('says that a path ended at the edge, or where the metric is not defined', async () => {
  expect((await told([0.1, -0.2, 0.3, 0], 'density', [])).end).toBe('edge of the data');
  const unwired: Decode = (places) =>
    Promise.resolve(
      places.map(() => ({
        n: 4,
        lo: new Float32Array(16).fill(-1000),
        rho: new Float32Array(16),
      })),
    );
  for (const hold of [[], ['density']] satisfies MetricId[][])
    expect((await told([0, 0, 0, 0], 'reciprocity', hold, false, unwired)).end).toBe('not defined');
});
