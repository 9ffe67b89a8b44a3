import { expect, it } from 'vitest';
import { circuitOf } from '../decoder/circuit.ts';
import { exampleLogits } from '../decoder/draw.vectors.ts';
import { drawCircuit } from '../decoder/draw.ts';
import { measure } from '../metrics/index.ts';
import { Generator, streams } from '../random.ts';
import { AliasTable } from './alias-table.ts';
import { metricsOfCounts } from './counted-metrics.ts';
import { guidedWalk, Walk } from './guided-walk.ts';
import { MovingCounts } from './moving-counts.ts';
import { modelProposals, uniformProposals } from './proposals.ts';
import { valueWish } from './request.ts';
import { Target } from './target.ts';
import { uniformWalk } from './uniform-walk.ts';

const scales = new Float64Array(8).fill(1);

it('draws an index as often as its weight says', () => {
  const weights = Float64Array.of(1, 0, 4, 2.5, 0.5);
  const table = new AliasTable(weights);
  const drawn = new Float64Array(5);
  const grid = 40_000;
  for (let k = 0; k < grid; k++) {
    const index = table.at((k + 0.5) / grid);
    drawn[index] = (drawn[index] ?? 0) + 8 / grid;
  }
  weights.forEach((weight, index) => expect(drawn[index]).toBeCloseTo(weight, 2));
});

it('at one temperature it follows the model tilted towards the target, over all circuits of three neurons', () => {
  const proposals = modelProposals(exampleLogits(3, 4));
  const target = new Target({ reciprocity: valueWish(0.6), density: valueWish(0.5) }, scales);
  const temperature = 0.3;
  const expected = new Float64Array(64);
  const counts = new MovingCounts(circuitOf(3, []));
  const pairs = [
    [0, 1],
    [0, 2],
    [1, 2],
  ] as const;
  for (let code = 0; code < 64; code++) {
    let p = 1;
    pairs.forEach(([i, j], pair) => {
      const state = (code >> (2 * pair)) & 3;
      counts.setPair(i, j, state);
      p *= proposals.states[4 * pair + state] ?? 0;
    });
    expected[code] = p * Math.exp(-target.square(metricsOfCounts(counts)) / temperature);
  }
  const whole = expected.reduce((sum, value) => sum + value, 0);
  const walk = new Walk(circuitOf(3, []), proposals, target, new Generator(5, streams.bench, 31));
  const steps = 1_000_000;
  const visited = new Float64Array(64);
  for (let step = 0; step < steps; step++) {
    walk.step(temperature);
    const code = pairs.reduce(
      (sum, [i, j], pair) => sum | (walk.counts.stateOf(i, j) << (2 * pair)),
      0,
    );
    visited[code] = (visited[code] ?? 0) + 1 / steps;
  }
  expected.forEach((value, code) =>
    expect(Math.abs((visited[code] ?? 0) - value / whole), String(code)).toBeLessThan(0.003),
  );
});

it('brings a plain draw to what is asked, and the same seed brings the same circuit', () => {
  const logits = exampleLogits(32, 9);
  const plain = drawCircuit(logits, 3, false);
  const now = measure(plain);
  const target = new Target(
    {
      density: valueWish(now.density ?? 0),
      reciprocity: valueWish((now.reciprocity ?? 0) + 0.1),
      cycles: { low: 0, high: (now.cycles ?? 0) * 0.8 },
    },
    scales,
  );
  const walk = () =>
    guidedWalk(plain, modelProposals(logits), target, new Generator(3, streams.synthesis), {
      steps: 20_000,
      from: 1e-3,
      to: 1e-6,
      enough: 0.01,
    });
  const found = walk();
  expect(found.worst).toBeLessThanOrEqual(0.01);
  expect(target.worst(found.metrics)).toBe(found.worst);
  const measured = measure(found.circuit);
  expect(measured.reciprocity).toBeCloseTo((now.reciprocity ?? 0) + 0.1, 1);
  expect(measured.cycles).toBeLessThanOrEqual((now.cycles ?? 0) * 0.8 + 0.01);
  expect(walk().circuit).toEqual(found.circuit);
});

it('without a model it starts from as many connections anywhere, and leaves them where nothing is missing', () => {
  const target = new Target({ density: valueWish(40 / 380) }, scales);
  const plan = { steps: 100, from: 1e-3, to: 1e-5, enough: 0 };
  const found = uniformWalk(20, 40, target, 2, plan);
  expect(found).toMatchObject({ worst: 0, steps: 0 });
  expect(measure(found.circuit).density).toBe(40 / 380);
  expect(uniformWalk(20, 40, target, 2, plan)).toEqual(found);
  expect(uniformWalk(20, 40, target, 3, plan).circuit).not.toEqual(found.circuit);
});

it('knows a whole range for the error of a metric that is not defined', () => {
  const target = new Target({ reciprocity: valueWish(0.2), density: valueWish(0) }, scales);
  expect(target.errors(metricsOfCounts(new MovingCounts(circuitOf(4, []))))).toEqual([0, 1]);
  expect(uniformProposals(4).states.every((chance) => chance === 0.25)).toBe(true);
});
