import { expect, it } from 'vitest';
import { circuitOf } from '~/core/decoder/index.ts';
import { matrixOrders, ordered } from './matrix-order.ts';

const neuron = (layer: string, kind: string, y: number) => ({
  id: '',
  class: kind,
  layer,
  type: '',
  x: 0,
  y,
  z: 0,
});
const picture = {
  circuit: circuitOf(3, [
    [2, 0],
    [2, 1],
    [0, 2],
  ]),
  neurons: [neuron('L4', 'E', 300), neuron('L2/3', 'I', 250), neuron('L2/3', 'E', 400)],
  hasPositions: true,
};

it.each([
  ['layer', [2, 1, 0]],
  ['depth', [1, 0, 2]],
  ['degree', [2, 0, 1]],
])('sorts by %s', (id, rows) => {
  const order = matrixOrders.find((one) => one.id === id);
  expect(order && ordered(picture, order)).toEqual(rows);
});
