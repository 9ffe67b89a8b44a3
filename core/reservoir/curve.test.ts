import { expect, test } from 'vitest';
import type { ReservoirProtocol } from '../contracts/reservoir.ts';
import { circuitOf } from '../decoder/circuit.ts';
import { Generator, streams } from '../random.ts';
import { defaultProtocol, reservoirCurve, reservoirWeights } from './index.ts';
import { inputWeights } from './drive.ts';
import { scoreOnce } from './score.ts';
import { reservoirTaskOf, reservoirTasks } from './tasks/index.ts';

function randomCircuit(n: number, density: number, seed: number) {
  const random = new Generator(seed, streams.bench);
  const adjacency = Uint8Array.from({ length: n * n }, (_, k) =>
    Number(k % (n + 1) !== 0 && random.nextUniform() < density),
  );
  return { n, adjacency };
}

const chain = (n: number) =>
  circuitOf(
    n,
    Array.from({ length: n - 1 }, (_, i) => [i, i + 1] as const),
  );

const short = (asked: Partial<ReservoirProtocol> = {}) => ({
  washout: 60,
  train: 500,
  test: 500,
  ...asked,
});

test('a delay line holds its input as long as it is, and not a step longer', () => {
  const n = 12;
  const weights = reservoirWeights(chain(n));
  const protocol = defaultProtocol('memory', {
    ...short({ scale: 'gain', values: [1], units: 'linear', ridge: 1e-8, test: 2000 }),
    parameters: { firstLag: 0, lastLag: 24 },
  });
  const task = reservoirTaskOf('memory');
  // All neurons hear the input, each with its own weight: n mixtures of lags 0..n-1, from which a readout unmixes them.
  expect(inputWeights(1, n, 1).every((weight) => weight !== 0)).toBe(true);
  const signal = task.signal(1, 60 + 500 + 2000, protocol.parameters);
  const { parts } = scoreOnce(weights, 1, protocol, task, 1, signal);
  for (const held of parts.slice(0, n)) expect(held).toBeCloseTo(1, 8);
  for (const gone of parts.slice(n)) expect(gone).toBeLessThan(0.02);
  expect(parts.slice(0, n).reduce((sum, part) => sum + part)).toBeCloseTo(n, 7);
});

test('a linear reservoir of n neurons holds at most n (Jaeger 2002, proposition 2), a nearly rotating one most of it', () => {
  const protocol = defaultProtocol('memory', {
    ...short({ units: 'linear', values: [0.5, 0.9, 0.97], ridge: 1e-6, test: 4000, train: 4000 }),
    parameters: { firstLag: 0, lastLag: 50 },
  });
  for (const seed of [1, 2, 3]) {
    const weights = reservoirWeights(randomCircuit(8, 0.4, seed));
    for (const { scores } of reservoirCurve(weights, protocol))
      // chance adds about 1 / test a lag
      expect(scores[0]).toBeLessThan(8 + 51 / 1000);
  }
  const ring = circuitOf(
    8,
    Array.from({ length: 8 }, (_, i) => [i, (i + 1) % 8] as const),
  );
  const last = [...reservoirCurve(reservoirWeights(ring), protocol)][1];
  expect(last?.scores[0]).toBeGreaterThan(7);
});

test('of noise that never reached it a reservoir tells nothing: chance in every task', () => {
  const weights = reservoirWeights(randomCircuit(20, 0.15, 5));
  for (const task of reservoirTasks) {
    const protocol = defaultProtocol(task.id, short({ test: 2000, train: 2000 }));
    const signal = task.signal(1, 4060, protocol.parameters);
    const noise = signal.targets.map((_, output) => {
      const random = new Generator(99, streams.bench, output);
      return Float64Array.from({ length: 4060 }, () => (random.nextUniform() < 0.5 ? -1 : 1));
    });
    const { parts } = scoreOnce(weights, 0.5, protocol, task, 1, {
      input: signal.input,
      targets: noise,
    });
    const chance = { r2: 0, nrmse: 1, accuracy: 0.5 }[task.score.of];
    for (const part of parts) expect(Math.abs(part - chance)).toBeLessThan(0.04);
  }
});

test('without connections only the present input is held, and lags from 1 on are gone', () => {
  const protocol = defaultProtocol('memory', {
    ...short({ scale: 'gain', values: [0.7] }),
    parameters: { firstLag: 0, lastLag: 5 },
  });
  const [point] = reservoirCurve(reservoirWeights(circuitOf(6, [])), protocol);
  expect(point?.parts[0]?.[0]).toBeGreaterThan(0.99);
  for (const part of point?.parts[0]?.slice(1) ?? []) expect(part).toBeLessThan(0.02);
});

test('a circuit without cycles has no curve over spectral radius, but one over gain', () => {
  const weights = reservoirWeights(chain(6));
  expect([...reservoirCurve(weights, defaultProtocol('memory', short()))]).toEqual([]);
  const gained = defaultProtocol('memory', short({ scale: 'gain', values: [1] }));
  expect([...reservoirCurve(weights, gained)]).toHaveLength(1);
});

test('the radius is reached: doubling every weight changes nothing, and signs do', () => {
  const circuit = randomCircuit(16, 0.2, 8);
  const protocol = defaultProtocol('memory', short({ values: [0.8] }));
  const curve = (inhibitory: number[] | null, factor: number) =>
    [
      ...reservoirCurve(
        reservoirWeights(circuit, inhibitory, new Float64Array(256).fill(factor)),
        protocol,
      ),
    ][0]?.scores[0] ?? 0;
  expect(curve(null, 2)).toBeCloseTo(curve(null, 1), 9);
  expect(Math.abs(curve([1, 1, 1, 1, 1], 1) - curve(null, 1))).toBeGreaterThan(0.01);
});

test('points come one at a time, one score for each input seed', () => {
  const weights = reservoirWeights(randomCircuit(10, 0.3, 2));
  const protocol = defaultProtocol(
    'narma10',
    short({ values: [0.3, 0.6, 0.9], inputSeeds: [1, 2, 3] }),
  );
  const seen: number[] = [];
  for (const { value, scores } of reservoirCurve(weights, protocol)) {
    seen.push(value);
    expect(new Set(scores).size).toBe(3);
    if (seen.length === 2) break;
  }
  expect(seen).toEqual([0.3, 0.6]);
});

test('a protocol that asks what its task cannot do is refused with what is wrong', () => {
  const weights = reservoirWeights(randomCircuit(5, 0.3, 2));
  const asked = (protocol: ReservoirProtocol) => () => [...reservoirCurve(weights, protocol)];
  expect(asked(defaultProtocol('memory', { washout: 10 }))).toThrow('20 steps');
  expect(asked(defaultProtocol('lorenz', { parameters: { horizon: 0.5 } }))).toThrow('Horizon');
  expect(asked(defaultProtocol('parity', { parameters: { lags: 3 } }))).toThrow('lags');
});
