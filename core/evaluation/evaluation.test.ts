import { expect, test } from 'vitest';
import { directionsReport, metricIds, ordersReport } from '../contracts/index.ts';
import { metricColumn } from '../latent/index.ts';
import { defaultProtocol } from '../reservoir/index.ts';
import {
  transparentDecode,
  transparentMap,
  transparentModel,
} from '../synthesis/transparent-model.ts';
import { measureDirections } from './directions.ts';
import type { DirectionCounts } from './held-out.ts';
import { orderSet, type TimedOrder } from './order-set.ts';
import { orderedCircuits, requestOf } from './order.ts';
import { measureOrders } from './orders.ts';
import type { RunningModel } from './running-model.ts';

const map = transparentMap(160, 20);
const counts: DirectionCounts = { circuits: 4, individuals: 2, corrected: 2, scored: 4 };

function spreadOf(values: Float32Array): { mean: number; sd: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(squares / values.length) };
}

/** A protocol that takes no time. */
const short = defaultProtocol('memory', {
  values: [0.9],
  inputSeeds: [1],
  train: 100,
  test: 100,
});

/** The transparent decoder as a model that runs. */
const model: RunningModel = {
  manifest: {
    ...transparentModel,
    metrics: metricIds.map((metric) => ({ metric, ...spreadOf(metricColumn(map, metric)) })),
  },
  map,
  logits: (_, places) => transparentDecode(places),
};

test('directions of a model that can be seen through: what z is made of is found, moved and told', async () => {
  const heard: string[] = [];
  const report = await measureDirections(model, { counts, protocols: [short] }, ({ kind, moves }) =>
    heard.push(`${kind} ${moves}`),
  );
  expect(directionsReport.parse(report)).toEqual(report);
  expect(report.circuits).toBe(4);
  expect(heard).toEqual(report.directions.map(({ kind, moves }) => `${kind} ${moves}`));
  const aligned = report.directions.filter(({ kind }) => kind === 'aligned');
  expect(aligned.map(({ moves }) => moves)).toEqual([...metricIds]);
  for (const { moves, own, metrics, length } of aligned) {
    if (moves !== 'density' && moves !== 'reciprocity') continue;
    expect(own?.spearman).toBeGreaterThan(0.95);
    expect(own?.change.low).toBeGreaterThan(0);
    // its own effect stands among those on the eight, once
    expect(metrics.find(({ metric }) => metric === moves)?.mean).toBe(own?.change.mean);
    expect(length).toBeCloseTo(1, 0);
  }
  const [pure] = report.directions.filter(
    ({ kind, moves }) => kind === 'purified' && moves === 'reciprocity',
  );
  const density = pure?.metrics.find(({ metric }) => metric === 'density')?.mean ?? NaN;
  expect(Math.abs(density)).toBeLessThan(Math.abs(pure?.own?.change.mean ?? NaN) / 2);
  const memory = report.directions.find(({ kind }) => kind === 'function');
  expect(memory).toMatchObject({ moves: 'memory', own: { circuits: 2, individuals: 2 } });
  expect(memory?.metrics).toHaveLength(metricIds.length);
  const again = await measureDirections(model, { counts, protocols: [] });
  expect(again.directions).toEqual(report.directions.filter(({ kind }) => kind !== 'function'));
});

test('a metric that is the same for all circuits has no direction, and that ends no report', async () => {
  const metrics = map.metrics.slice();
  for (let index = 0; index < map.circuits; index++) metrics[index * metricIds.length] = 0.1;
  const { refused, directions } = await measureDirections(
    { ...model, map: { ...map, metrics } },
    { counts, protocols: [] },
  );
  expect(refused).toEqual([
    {
      kind: 'aligned',
      moves: 'density',
      held: [],
      why: 'This score is the same for all circuits.',
    },
  ]);
  expect(directions.filter(({ kind }) => kind === 'aligned')).toHaveLength(7);
});

test('orders for the metrics of held-out circuits are met, at a cost that is told beside the others', async () => {
  let now = 0;
  const report = await measureOrders(model, { requests: 3, sets: [[0, 1]], clock: () => now++ });
  expect(ordersReport.parse(report)).toEqual(report);
  const [set] = report.sets;
  expect(set).toMatchObject({ metrics: ['density', 'reciprocity'], requests: 3, within: 1 });
  expect(set?.seconds).toEqual({ median: 1, ninety: 1, most: 1 });
  expect(set?.error.most).toBeLessThanOrEqual(report.tolerance);
  const rival = (id: string) => set?.rivals.find((one) => one.id === id);
  // whoever knows no model pays for it; of 64 draws the best is no worse than the first
  expect(rival('uniform')?.cost?.median).toBeGreaterThan(set?.cost.most ?? NaN);
  expect(rival('best_of_64')?.error.most).toBeLessThanOrEqual(rival('plain')?.error.most ?? NaN);
  expect(rival('nearest')?.cost).toBeNull();
});

test('what is asked is what the held-out circuit has', () => {
  const [first = 0] = orderedCircuits(map, 2);
  expect(map.fold[first]).toBe(3);
  const density = metricColumn(map, 'density')[first];
  expect(requestOf(map, first, [0])).toEqual({ density: { low: density, high: density } });
  expect(orderedCircuits(map, 1000)).toHaveLength(20);
});

test('a set sums up its orders: shares, and the median, the worst tenth and the most', () => {
  const order = (k: number): TimedOrder => ({
    worst: k / 100,
    worstInner: k / 50,
    cost: k - 5,
    distance: k,
    steps: k,
    shared: 0,
    same: k === 9 ? 1 : 0,
    nearest: 1,
    plain: k < 5 ? 0 : 1,
    bestOf64: 0,
    uniform: 0.03,
    uniformCost: 20,
    seconds: 1,
  });
  const set = orderSet([0, 4], Array.from({ length: 10 }, (_, k) => order(k)).reverse());
  expect(set).toMatchObject({
    metrics: ['density', 'cv_in'],
    requests: 10,
    within: 0.4,
    withinInner: 0.2,
    error: { median: 0.05, ninety: 0.09, most: 0.09 },
    typical: 0.5, // 3 to 7
    copies: 0.1,
  });
  expect(set.rivals.map(({ within }) => within)).toEqual([0, 0.5, 1, 1]);
});
