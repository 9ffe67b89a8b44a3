import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { packBits } from '../exchange/bits.ts';
import { SafetensorsError, writeSafetensors, type Tensor } from '../exchange/safetensors.ts';
import { conditionsOf } from './conditions.ts';
import { noveltyOf } from '../synthesis/novelty.ts';
import {
  membersOf,
  metricColumn,
  observedCircuit,
  ofOwnSize,
  placeOf,
  readMap,
  sizeOf,
} from './map-file.ts';
import { neuronsOf } from './neurons.ts';

const worker = fileURLToPath(new URL('../../gpu-worker', import.meta.url));
const python = `${worker}/.venv/bin/python`;

const categories = [
  { field: 'class' as const, values: ['E', 'I'] },
  { field: 'layer' as const, values: ['L2/3'] },
  { field: 'type' as const, values: ['', '23P', 'BC'] },
];
const corpus: Record<string, Tensor> = {
  position: {
    dtype: 'F32',
    shape: [4, 3],
    data: Float32Array.of(1000, 200, 3, 1060, 230.5, 3, 1030, 260, 90, 900, 150, -7),
  },
  class: { dtype: 'U8', shape: [4], data: Uint8Array.of(0, 0, 1, 1) },
  layer: { dtype: 'U8', shape: [4], data: new Uint8Array(4) },
  type: { dtype: 'U16', shape: [4], data: Uint16Array.of(1, 1, 0, 2) },
};
const arrays: Record<string, Tensor> = {
  ...corpus,
  z: { dtype: 'F32', shape: [2, 2], data: Float32Array.of(1, 2, 3, 4) },
  fold: { dtype: 'U8', shape: [2], data: Uint8Array.of(1, 3) },
  members: { dtype: 'U16', shape: [2, 3], data: Uint16Array.of(0, 1, 2, 1, 2, 3) },
  adjacency: {
    dtype: 'U8',
    shape: [2, 2],
    // the second circuit has the one edge 0 -> 2
    data: Uint8Array.of(0, 0, ...packBits(Uint8Array.of(0, 0, 1, 0, 0, 0, 0, 0, 0))),
  },
  metrics: { dtype: 'F32', shape: [2, 8], data: new Float32Array(16).fill(Number.NaN, 8) },
};
const header = { format: 'latentome-map-1', size: 3, ids: ['864691', '2', '3', '4'], categories };
const bytes = (changed: Record<string, Tensor> = {}) =>
  writeSafetensors({ ...arrays, ...changed }, { map: JSON.stringify(header) });
const recipe = {
  hasPositions: true,
  conditions: { scaleUm: 60, depth: { mean: 210, sd: 40 }, categories, width: 9 },
};

test('a map gives each circuit its place, neurons, wiring and metrics', () => {
  const map = readMap(bytes());
  expect(placeOf(map, 1)).toEqual([3, 4]);
  expect([...membersOf(map, 1)]).toEqual([1, 2, 3]);
  expect([...observedCircuit(map, 1).adjacency]).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 0]);
  expect([...metricColumn(map, 'cycles')]).toEqual([0, Number.NaN]);
  expect(neuronsOf(map, 0)[2]).toEqual({
    id: '3',
    class: 'I',
    layer: 'L2/3',
    type: '',
    x: 1030,
    y: 260,
    z: 90,
  });
});

test('a map whose arrays do not belong together is refused', () => {
  const wrong: Tensor = { dtype: 'U16', shape: [2, 3], data: Uint16Array.of(0, 1, 2, 1, 2, 4) };
  expect(() => readMap(bytes({ members: wrong }))).toThrow(SafetensorsError);
  expect(() =>
    readMap(bytes({ fold: { dtype: 'U8', shape: [1], data: new Uint8Array(1) } })),
  ).toThrow(SafetensorsError);
  expect(() => readMap(writeSafetensors(arrays))).toThrow();
});

test('conditions: relative position, depth, one column a class and type, a single layer left out', () => {
  const f = conditionsOf(readMap(bytes()), 0, recipe);
  const row = Array.from(f.subarray(9, 18));
  [0.5, 0.00556, -0.48333, 0.5125, 1, 0, 0, 1, 0].forEach((value, k) =>
    expect(row[k]).toBeCloseTo(value, 4),
  );
  const without = conditionsOf(readMap(bytes()), 0, { ...recipe, hasPositions: false });
  expect([...without.subarray(0, 9)]).toEqual([0, 0, 0, 0, 1, 0, 0, 1, 0]);
  const narrow = { ...recipe, conditions: { ...recipe.conditions, width: 8 } };
  expect(() => conditionsOf(readMap(bytes()), 0, narrow)).toThrow(RangeError);
});

test.skipIf(!existsSync(python))("the worker's conditions agree (needs gpu-worker/.venv)", () => {
  const folder = mkdtempSync(join(tmpdir(), 'latentome-'));
  try {
    const path = join(folder, 'corpus.safetensors');
    const { depth } = recipe.conditions;
    const none = { dtype: 'I32' as const, shape: [0, 2], data: new Int32Array(0) };
    writeFileSync(
      path,
      writeSafetensors(
        {
          ...corpus,
          edges: none,
          weight: { dtype: 'F32', shape: [0], data: new Float32Array(0) },
          fold: { dtype: 'U8', shape: [4], data: new Uint8Array(4) },
          neuron: { dtype: 'I32', shape: [4], data: new Int32Array(4) },
        },
        {
          corpus: JSON.stringify({
            format: 'latentome-corpus-1',
            hasPositions: true,
            selfEdges: false,
            depth,
            categories,
          }),
        },
      ),
    );
    const script = `
import json, sys
from pathlib import Path
import numpy as np
from latentome_worker.corpus import read_corpus
f = read_corpus(Path(sys.argv[1])).conditions(np.array([[0, 1, 2], [1, 2, 3]]))
print(json.dumps(f.reshape(2, -1).tolist()))`;
    const ran = spawnSync(python, ['-c', script, path], { cwd: worker, encoding: 'utf8' });
    expect(ran.stderr).toBe('');
    const theirs = JSON.parse(ran.stdout) as number[][];
    [0, 1].forEach((index) => {
      const ours = conditionsOf(readMap(bytes()), index, recipe);
      expect(theirs[index]).toHaveLength(ours.length);
      ours.forEach((value, k) => expect(value).toBeCloseTo(theirs[index]?.[k] ?? NaN, 5));
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a map of several sizes gives each circuit its own neurons and wiring', () => {
  // of 3 neurons, which is the model's own size, then of 4 and of 2
  const wide = Uint8Array.of(0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0);
  const two = Uint8Array.of(0, 0, 1, 0);
  const adjacency = Uint8Array.of(
    ...packBits(new Uint8Array(9)),
    ...packBits(wide),
    ...packBits(two),
  );
  const members = Uint16Array.of(0, 1, 2, 0, 1, 2, 3, 1, 3);
  const several = (changed: Record<string, Tensor> = {}) =>
    readMap(
      writeSafetensors(
        {
          ...corpus,
          z: { dtype: 'F32', shape: [3, 1], data: Float32Array.of(1, 2, 3) },
          fold: { dtype: 'U8', shape: [3], data: Uint8Array.of(1, 1, 3) },
          metrics: { dtype: 'F32', shape: [3, 8], data: new Float32Array(24) },
          sizes: { dtype: 'U16', shape: [3], data: Uint16Array.of(3, 4, 2) },
          members: { dtype: 'U16', shape: [9], data: members },
          adjacency: { dtype: 'U8', shape: [adjacency.length], data: adjacency },
          ...changed,
        },
        { map: JSON.stringify({ ...header, format: 'latentome-map-2' }) },
      ),
    );
  const map = several();
  expect([0, 1, 2].map((index) => sizeOf(map, index))).toEqual([3, 4, 2]);
  expect([0, 1, 2].map((index) => ofOwnSize(map, index))).toEqual([true, false, false]);
  expect([...membersOf(map, 1)]).toEqual([0, 1, 2, 3]);
  expect([...membersOf(map, 2)]).toEqual([1, 3]);
  expect(observedCircuit(map, 1)).toEqual({ n: 4, adjacency: wide });
  expect(observedCircuit(map, 2)).toEqual({ n: 2, adjacency: two });
  expect(conditionsOf(map, 2, recipe)).toHaveLength(18);
  const circuit = { n: 2, adjacency: two };
  expect(noveltyOf(circuit, map, 2)).toEqual({
    nearest: 2,
    shared: 1,
    identical: 1,
    sameDegrees: 1,
  });
  const short: Tensor = { dtype: 'U16', shape: [8], data: members.slice(0, 8) };
  expect(() => several({ members: short })).toThrow(SafetensorsError);
});
