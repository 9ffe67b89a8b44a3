import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { RandomStream, streams } from '../random.ts';
import { circuitOf, differingPairs, edgesOf, packCircuit, unpackCircuit } from './circuit.ts';
import { drawCircuit } from './draw.ts';
import { drawVectors, exampleLogits } from './draw.vectors.ts';
import { individuality } from './individuality.ts';
import { edgeProbabilities, pairStates } from './pair-probabilities.ts';

const vectors = new URL('./draw.vectors.json', import.meta.url);
const worker = fileURLToPath(new URL('../../gpu-worker', import.meta.url));
const python = `${worker}/.venv/bin/python`;

test('rows are presynaptic: a certain 0 -> 1 is drawn as row 0, column 1', () => {
  const logits = { n: 2, lo: Float32Array.of(0, 40, -40, 0), rho: new Float32Array(4) };
  const circuit = drawCircuit(logits, 3, false);
  expect([...circuit.adjacency]).toEqual([0, 1, 0, 0]);
  expect(edgesOf(circuit)).toEqual([[0, 1]]);
});

test('the four states follow the formula', () => {
  const logits = { n: 2, lo: Float32Array.of(0, 1, -1, 0), rho: Float32Array.of(0, 2, 2, 0) };
  const states = new Float64Array(4);
  pairStates(logits, 0, 1, states);
  const sum = 1 + Math.exp(1) + Math.exp(-1) + Math.exp(2);
  const expected = [1, Math.exp(1), Math.exp(-1), Math.exp(2)].map((weight) => weight / sum);
  for (const k of [0, 1, 2, 3]) expect(states[k]).toBeCloseTo(expected[k] ?? 0, 14);
});

test('extreme logits stay probabilities', () => {
  const lo = Float32Array.of(0, 1e30, 1e30, 0);
  const [, forward, backward] = edgeProbabilities({ n: 2, lo, rho: new Float32Array(4) }, false);
  expect([forward, backward]).toEqual([1, 1]);
});

test('over many seeds edges come as often as their probability says', () => {
  const logits = exampleLogits(6, 4);
  const seeds = 4000;
  const mean = new Float64Array(36);
  for (let seed = 0; seed < seeds; seed++)
    drawCircuit(logits, seed, true).adjacency.forEach((value, k) => {
      mean[k] = (mean[k] ?? 0) + value / seeds;
    });
  edgeProbabilities(logits, true).forEach((probability, k) => {
    // five standard errors
    expect(Math.abs((mean[k] ?? 0) - probability)).toBeLessThan(5 * 0.5 * seeds ** -0.5);
  });
});

test('a draw within 1e-4 of a boundary is counted, and only then', () => {
  const seed = 12;
  const chance = new RandomStream(seed, streams.pairs).uniform(0);
  const borderlineAt = (distance: number) => {
    const none = chance + distance;
    const lo = Float32Array.of(0, Math.log(1 / none - 1), -40, 0);
    return drawCircuit({ n: 2, lo, rho: new Float32Array(4) }, seed, false).borderline;
  };
  expect([0.5e-4, -0.5e-4, 2e-4, -2e-4].map(borderlineAt)).toEqual([1, 1, 0, 0]);
});

test('logits that differ in the last digits differ only in the pairs that are named', () => {
  let differing = 0;
  for (let seed = 0; seed < 200; seed++) {
    const logits = exampleLogits(24, seed);
    const nudged = {
      ...logits,
      lo: logits.lo.map((value, k) => value + (k % 2 ? 1.5e-4 : -1.5e-4)),
    };
    const ours = drawCircuit(logits, seed, true);
    const named = ours.borderlinePairs.map(String);
    expect(ours.borderline).toBe(named.length);
    for (const pair of differingPairs(ours, drawCircuit(nudged, seed, true))) {
      expect(named).toContain(String(pair));
      differing++;
    }
  }
  expect(differing).toBeGreaterThan(0);
});

test('what is skipped as surely unconnected would have been drawn so', () => {
  for (let seed = 0; seed < 100; seed++) {
    const logits = exampleLogits(20, seed);
    const { n } = logits;
    const stream = new RandomStream(seed, streams.pairs);
    const drawn = drawCircuit(logits, seed, false);
    const states = new Float64Array(4);
    const near: string[] = [];
    let pair = 0;
    for (let i = 0; i < n; i++)
      for (let j = i + 1; j < n; j++) {
        pairStates(logits, i, j, states);
        const [none = 0, forward = 0, backward = 0] = states;
        const chance = stream.uniform(pair++);
        const inner = [none, none + forward, none + forward + backward];
        const state = inner.filter((boundary) => chance >= boundary).length;
        expect(drawn.adjacency[i * n + j]).toBe(state & 1);
        expect(drawn.adjacency[j * n + i]).toBe(state >> 1);
        if (inner.some((boundary) => Math.abs(chance - boundary) < 1e-4)) near.push(`${i},${j}`);
      }
    expect(drawn.borderlinePairs.map(String)).toEqual(near);
  }
});

test('the same seed is the same individual, another seed another', () => {
  expect(individuality(5, 8, 4)).toEqual(individuality(5, 8, 4));
  expect(individuality(5, 8, 4)).not.toEqual(individuality(6, 8, 4));
});

test('circuits survive packing; edges outside are refused', () => {
  const { n, adjacency } = drawCircuit(exampleLogits(17, 2), 2, true);
  expect(unpackCircuit(packCircuit({ n, adjacency }))).toEqual({ n, adjacency });
  expect(circuitOf(n, edgesOf({ n, adjacency }))).toEqual({ n, adjacency });
  expect(() => circuitOf(2, [[0, 2]])).toThrow(RangeError);
});

test('the shared vectors are what this draw gives', () => {
  if (process.env.UPDATE_VECTORS === '1')
    writeFileSync(vectors, `${JSON.stringify(drawVectors())}\n`);
  expect(drawVectors()).toEqual(JSON.parse(readFileSync(vectors, 'utf8')));
});

test.skipIf(!existsSync(python))("the worker's draw agrees (needs gpu-worker/.venv)", () => {
  const script = `
import json, sys
import numpy as np
from latentome_worker.draw import draw
made = []
for given in json.load(open(sys.argv[1]))["circuits"]:
    n = given["n"]
    lo, rho = (np.array(given[name], np.float32).reshape(n, n) for name in ("lo", "rho"))
    circuit = draw(lo, rho, given["seed"], given["selfEdges"])
    made.append([circuit.adjacency.reshape(-1).tolist(), circuit.borderline])
print(json.dumps(made))`;
  const ran = spawnSync(python, ['-c', script, fileURLToPath(vectors)], {
    cwd: worker,
    encoding: 'utf8',
  });
  expect(ran.stderr).toBe('');
  const ours = drawVectors().circuits.map((packed) => [
    Array.from(unpackCircuit(packed).adjacency),
    packed.borderline,
  ]);
  expect(JSON.parse(ran.stdout)).toEqual(ours);
});
