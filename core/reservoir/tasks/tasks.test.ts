import { expect, test } from 'vitest';
import { reservoirTaskIds } from '../../contracts/reservoir.ts';
import { lorenzStep } from './lorenz-series.ts';
import { mackeyGlassSeries } from './mackey-glass-series.ts';
import { narma10Series } from './narma10.ts';
import { reservoirTaskOf, reservoirTasks } from './index.ts';

const defaults = (id: (typeof reservoirTaskIds)[number]) =>
  Object.fromEntries(reservoirTaskOf(id).parameters.map((one) => [one.id, one.default]));

test('every task of the contract is defined once, with a code and a source of its own', () => {
  expect(reservoirTasks.map(({ id }) => id)).toEqual([...reservoirTaskIds]);
  expect(new Set(reservoirTasks.map(({ code }) => code)).size).toBe(reservoirTasks.length);
  for (const { source } of reservoirTasks) expect(source).toMatch(/\d{4}/);
});

test('NARMA-10 starts as reckoned by hand', () => {
  const y = narma10Series(new Float64Array(13).fill(0.5));
  expect([...y.slice(0, 10)]).toEqual(new Array(10).fill(0));
  // 1.5 * 0.25 + 0.1
  expect(y[10]).toBeCloseTo(0.475, 14);
  // 0.3 * 0.475 + 0.05 * 0.475 * 0.475 + 0.475
  expect(y[11]).toBeCloseTo(0.62878125, 14);
  // 0.3 * 0.62878125 + 0.05 * 0.62878125 * 1.10378125 + 0.475
  expect(y[12]).toBeCloseTo(0.6983362227050781, 12);
});

test('NARMA-10 asks for the value after the state, from input of 0 to a half', () => {
  const { input, targets } = reservoirTaskOf('narma10').signal(4, 300, {});
  expect(Math.min(...input)).toBeGreaterThan(0);
  expect(Math.max(...input)).toBeLessThan(0.5);
  const y = narma10Series(input);
  for (let t = 0; t < 300; t++) expect(targets[0]?.[t]).toBe(y[t + 1]);
});

test('memory asks for the input k steps ago', () => {
  const { input, targets } = reservoirTaskOf('memory').signal(2, 50, { firstLag: 2, lastLag: 4 });
  expect(targets.map((target) => target[30])).toEqual([input[28], input[27], input[26]]);
  expect(Math.max(...input.map(Math.abs))).toBeLessThanOrEqual(1);
});

test('parity is the product of the last inputs', () => {
  const { input, targets } = reservoirTaskOf('parity').signal(2, 40, { bits: 3 });
  for (let t = 2; t < 40; t++)
    expect(targets[0]?.[t]).toBe((input[t] ?? 0) * (input[t - 1] ?? 0) * (input[t - 2] ?? 0));
});

test('Mackey-Glass: while the past is constant it is the exact relaxation to it', () => {
  // For t <= tau the delayed value is 1.2, so x = c + (1.2 - c) e^(-0.1 t), c = 2 * 1.2 / (1 + 1.2^10).
  const c = (2 * 1.2) / (1 + 1.2 ** 10);
  const x = mackeyGlassSeries(1.2, 17, 170, 170);
  expect(x[170]).toBeCloseTo(c + (1.2 - c) * Math.exp(-1.7), 8);
});

test('Mackey-Glass: halving the step divides the error by 16', () => {
  const at = (stepsPerDelay: number) => {
    const x = mackeyGlassSeries(1.2, 17, stepsPerDelay, stepsPerDelay * 6);
    return x[stepsPerDelay * 6] ?? 0;
  };
  const exact = at(17 * 128);
  const ratio = (at(17 * 2) - exact) / (at(17 * 4) - exact);
  expect(ratio).toBeGreaterThan(12);
  expect(ratio).toBeLessThan(20);
});

test('Lorenz: its fixed points stay', () => {
  const c = Math.sqrt((8 / 3) * 27);
  const [x, y, z] = lorenzStep([c, c, 27], 0.01);
  expect([x - c, y - c, z - 27].every((change) => Math.abs(change) < 1e-12)).toBe(true);
});

test('Lorenz from (1, 1, 1): after one unit of time where SciPy (DOP853, tolerance 1e-13) comes to, at fourth order', () => {
  const known = [-9.37857001, -8.35703379, 29.36232534];
  const after = (steps: number) => {
    let point = [1, 1, 1] as readonly [number, number, number];
    for (let k = 0; k < steps; k++) point = lorenzStep(point, 1 / steps);
    return point;
  };
  after(6400).forEach((value, axis) => expect(value).toBeCloseTo(known[axis] ?? 0, 7));
  const exact = after(12_800);
  const error = (steps: number) =>
    Math.hypot(...after(steps).map((value, axis) => value - (exact[axis] ?? 0)));
  const ratio = error(800) / error(1600);
  expect(ratio).toBeGreaterThan(12);
  expect(ratio).toBeLessThan(18);
});

test.each(['mackey-glass', 'lorenz'] as const)('%s asks for what comes a horizon later', (id) => {
  const task = reservoirTaskOf(id);
  const { horizon = 0 } = defaults(id);
  const { input, targets } = task.signal(3, 2000, { horizon });
  for (let t = 0; t + horizon < 2000; t++) expect(targets[0]?.[t]).toBe(input[t + horizon]);
  const mean = input.reduce((sum, value) => sum + value) / 2000;
  const sd = Math.sqrt(input.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 2000);
  expect(Math.abs(mean)).toBeLessThan(0.3);
  expect(sd).toBeGreaterThan(0.7);
  expect(sd).toBeLessThan(1.3);
});
