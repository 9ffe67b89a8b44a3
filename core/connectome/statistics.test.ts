import { expect, test } from 'vitest';
import type { Connectome } from './connectome.ts';
import { readConnectome, writeConnectome } from './file.ts';
import { connectomeStatistics } from './statistics.ts';

// 0 -> 1, 1 -> 0, 1 -> 2, 2 -> 2 (with itself)
const small: Connectome = {
  ids: ['864691135582951235', '=b', 'ü'],
  class: ['E', 'E', 'I'],
  layer: null,
  type: null,
  position: Float64Array.of(0, 100, -5, 10, 130, 0, 20, 90, 5),
  attributes: [
    { name: 'area', kind: 'text', values: ['V1', '', 'V1'] },
    { name: 'age', kind: 'number', values: Float64Array.of(0.1, NaN, 3) },
  ],
  edges: Int32Array.of(0, 1, 1, 0, 1, 2, 2, 2),
  synapses: Float32Array.of(1, 2, NaN, 4),
  size: new Float32Array(4).fill(NaN),
};

test('known counts of a graph of three neurons; self-connections are counted apart', () => {
  expect(connectomeStatistics(small)).toEqual({
    neurons: 3,
    connections: 4,
    selfConnections: 1,
    hasPositions: true,
    density: 3 / 6,
    reciprocity: 2 / 3,
    categories: [
      {
        field: 'class',
        values: [
          { value: 'E', count: 2 },
          { value: 'I', count: 1 },
        ],
      },
      {
        field: 'area',
        values: [
          { value: 'V1', count: 2 },
          { value: '', count: 1 },
        ],
      },
    ],
    outDegree: { from: 0, step: 1, counts: [0, 2, 1] },
    inDegree: { from: 0, step: 1, counts: [0, 2, 1] },
    extentUm: { min: [0, 90, -5], max: [20, 130, 5] },
    soma: [
      { x: 0, y: 100, z: -5, class: 'E' },
      { x: 10, y: 130, z: 0, class: 'E' },
      { x: 20, y: 90, z: 5, class: 'I' },
    ],
  });
});

test('a connectome comes back from its file as it was, and its bytes are canonical', () => {
  const bytes = writeConnectome(small);
  expect(readConnectome(bytes)).toEqual(small);
  expect(writeConnectome(readConnectome(bytes))).toEqual(bytes);
  const bare = { ...small, position: null, class: null, attributes: [] };
  expect(readConnectome(writeConnectome(bare))).toEqual(bare);
});
