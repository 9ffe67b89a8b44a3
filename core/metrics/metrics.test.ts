import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { metricIds, type MetricId } from '../contracts/model.ts';
import { circuitOf, type Circuit } from '../decoder/circuit.ts';
import { RandomStream, streams } from '../random.ts';
import { measure, metricOf, metrics } from './index.ts';

const worker = fileURLToPath(new URL('../../gpu-worker', import.meta.url));
const python = `${worker}/.venv/bin/python`;

type Row = [
  density: number | null,
  reciprocity: number | null,
  clustering: number | null,
  cvOut: number | null,
  cvIn: number | null,
  feedForward: number | null,
  cycles: number | null,
  inOutCorrelation: number | null,
];

const complete4 = [0, 1, 2, 3].flatMap((i) =>
  [0, 1, 2, 3].filter((j) => j !== i).map((j): [number, number] => [i, j]),
);

const known: { name: string; circuit: Circuit; values: Row }[] = [
  {
    name: 'a directed ring of three',
    circuit: circuitOf(3, [
      [0, 1],
      [1, 2],
      [2, 0],
    ]),
    values: [1 / 2, 0, 1, 0, 0, 0, 1, null],
  },
  {
    name: 'a feed-forward triangle',
    circuit: circuitOf(3, [
      [0, 1],
      [1, 2],
      [0, 2],
    ]),
    values: [1 / 2, 0, 1, Math.sqrt(2 / 3), Math.sqrt(2 / 3), 1, 0, -1],
  },
  {
    name: 'a reciprocal pair beside a lone neuron',
    circuit: circuitOf(3, [
      [0, 1],
      [1, 0],
    ]),
    values: [1 / 3, 1, null, Math.SQRT1_2, Math.SQRT1_2, null, null, 1],
  },
  {
    name: 'one neuron that sends to three',
    circuit: circuitOf(4, [
      [0, 1],
      [0, 2],
      [0, 3],
    ]),
    values: [1 / 4, 0, 0, Math.sqrt(3), Math.sqrt(1 / 3), null, null, -1],
  },
  {
    name: 'one neuron that receives from three',
    circuit: circuitOf(4, [
      [1, 0],
      [2, 0],
      [3, 0],
    ]),
    values: [1 / 4, 0, 0, Math.sqrt(1 / 3), Math.sqrt(3), null, null, -1],
  },
  {
    name: 'the complete circuit of four',
    circuit: circuitOf(4, complete4),
    values: [1, 1, 1, 0, 0, 1, 1, null],
  },
  {
    name: 'no connections',
    circuit: circuitOf(5, []),
    values: [0, null, null, null, null, null, null, null],
  },
];

describe.each(metricIds.map((id, column) => ({ id, column })))('$id', ({ id, column }) => {
  test.each(known)('of $name', ({ circuit, values }) => {
    const [value, expected] = [measure(circuit)[id], values[column] ?? null];
    if (expected === null) expect(value).toBeNull();
    else expect(value).toBeCloseTo(expected, 12);
  });
});

test('the definitions stand in the order of a map and name their source', () => {
  expect(metrics.map((metric) => metric.id)).toEqual(metricIds);
  for (const metric of metrics) expect(metric.source).toMatch(/\d{4}/);
  expect(metricOf('cycles').name).toBe('Cycles');
});

/** Directed circuits of several sizes and densities, self-edges among them. */
function randomCircuit(n: number, seed: number): Circuit {
  const random = new RandomStream(seed, streams.bench, n);
  const density = 0.02 + 0.3 * random.uniform(n * n);
  return {
    n,
    adjacency: Uint8Array.from({ length: n * n }, (_, k) => (random.uniform(k) < density ? 1 : 0)),
  };
}
const circuits = [16, 31, 32, 33, 64, 70].flatMap((n) => [1, 2, 3].map((s) => randomCircuit(n, s)));

test('self-edges change nothing', () => {
  for (const circuit of circuits) {
    const without = circuit.adjacency.map((value, k) => (k % (circuit.n + 1) === 0 ? 0 : value));
    expect(measure({ n: circuit.n, adjacency: without })).toEqual(measure(circuit));
  }
});

/** Straight from the definitions, by walking every triple. */
function byTriples({ n, adjacency }: Circuit): Partial<Record<MetricId, number>> {
  const edge = (i: number, j: number) => i !== j && adjacency[i * n + j] === 1;
  const either = (i: number, j: number) => edge(i, j) || edge(j, i);
  let [paths, forward, cyclic, triples, closed] = [0, 0, 0, 0, 0];
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++)
      for (let k = 0; k < n; k++) {
        if (i === j || j === k || i === k) continue;
        if (edge(i, j) && edge(j, k)) {
          paths++;
          if (edge(i, k)) forward++;
          if (edge(k, i)) cyclic++;
        }
        if (either(i, j) && either(j, k)) {
          triples++;
          if (either(i, k)) closed++;
        }
      }
  return { feed_forward: forward / paths, cycles: cyclic / paths, clustering: closed / triples };
}

test('counting by sets agrees with walking every triple', () => {
  for (const circuit of circuits) {
    const measured = measure(circuit);
    for (const [id, value] of Object.entries(byTriples(circuit)))
      expect(measured[metricOf(id as MetricId).id]).toBeCloseTo(value, 12);
  }
});

test.skipIf(!existsSync(python))(
  "the worker's metrics agree to 1e-6 (needs gpu-worker/.venv)",
  () => {
    const asked = [...circuits, ...known.map(({ circuit }) => circuit)];
    const script = `
import json, sys
import numpy as np
from latentome_worker.metrics import METRICS, measure
rows = [measure(np.array(a, np.uint8).reshape(1, n, n))[0] for n, a in json.load(sys.stdin)]
print(json.dumps([METRICS, [[None if np.isnan(x) else x for x in row] for row in rows]]))`;
    const ran = spawnSync(python, ['-c', script], {
      cwd: worker,
      input: JSON.stringify(asked.map(({ n, adjacency }) => [n, Array.from(adjacency)])),
      encoding: 'utf8',
    });
    expect(ran.stderr).toBe('');
    const [names, rows] = JSON.parse(ran.stdout) as [string[], (number | null)[][]];
    expect(names).toEqual(metricIds);
    asked.forEach((circuit, index) => {
      const ours = measure(circuit);
      metricIds.forEach((id, column) => {
        const theirs = rows[index]?.[column] ?? null;
        if (theirs === null) expect(ours[id]).toBeNull();
        else expect(Math.abs((ours[id] ?? Infinity) - theirs)).toBeLessThan(1e-6);
      });
    });
  },
);
