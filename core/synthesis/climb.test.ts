import { expect, it } from 'vitest';
import { metricIds, type MetricId } from '../contracts/model.ts';
import { climb, type ClimbStep } from './climb.ts';
import { groundOf } from './metric-ground.ts';
import { transparentDecode, transparentMap, transparentModel } from './transparent-model.ts';

const { scales } = groundOf(transparentMap(200, 0));

async function path(raise: MetricId, hold: MetricId[], lower = false): Promise<ClimbStep[]> {
  const steps: ClimbStep[] = [];
  const asked = { from: [0.1, -0.2, 0.3, 0], seed: 5, raise, hold, lower };
  const ground = { prior: transparentModel.prior, scales };
  for await (const step of climb(asked, ground, transparentDecode)) steps.push(step);
  return steps;
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
  expect(await path('reciprocity', others)).toHaveLength(1);
});
