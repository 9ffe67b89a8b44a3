import { expect, it } from 'vitest';
import { reduceView, type View } from './view.ts';

const plane = {
  id: 'pc:0:1',
  label: ['PC 1', 'PC 2'] as [string, string],
  origin: [0, 0],
  u: [1, 0],
  v: [0, 1],
};
const start: View = {
  plane,
  camera: null,
  probe: { z: [0, 0], seed: 7, conditions: 3 },
  colourBy: 'density',
  tool: 'probe',
  ground: { property: 'reciprocity', shown: false },
  selection: null,
  region: null,
  neurons: [1, 2],
  opened: null,
  tab: 'graph',
  layout: 'positions',
  pin: null,
};
const pin = {
  id: 'pin_1',
  probe: { z: [1, 1], seed: 9, conditions: 3 },
  model: 'm',
  n: 2,
  adjacency: 'AA==',
  borderline: 0,
  name: '',
  by: { id: 'a', name: 'A', color: '#009988' },
  at: 0,
};

it('rounds the probe to what others receive, so that all decode the same place', () => {
  const moved = reduceView(start, { type: 'probe', probe: { z: [0.123456, -2.00004] } });
  expect(moved.probe.z).toEqual([0.1235, -2]);
  expect(moved.probe.seed).toBe(7);
});

it('opens an observed circuit with its own neurons and forgets the selection of others', () => {
  const opened = reduceView(start, { type: 'open', circuit: 12, z: [1, 2] });
  expect(opened).toMatchObject({ opened: 12, neurons: [], probe: { conditions: 12, z: [1, 2] } });
});

it('shows the stored edges of a pin until the probe moves', () => {
  const restored = reduceView(start, { type: 'restore', pin });
  expect(restored).toMatchObject({ pin, probe: pin.probe });
  expect(reduceView(restored, { type: 'probe', probe: { seed: 10 } }).pin).toBeNull();
});

it('is plain data', () => {
  const restored = reduceView(start, { type: 'restore', pin });
  expect(JSON.parse(JSON.stringify(restored))).toEqual(restored);
});

it('keeps the probe within what others can show', () => {
  const after = reduceView(start, { type: 'probe', probe: { z: [1e200, -4e3] } });
  expect(after.probe.z).toEqual([1e3, -1e3]);
});
