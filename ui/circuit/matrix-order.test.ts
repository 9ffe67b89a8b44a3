import { expect, it } from 'vitest';
import { circuitOf } from '~/core/decoder/index.ts';
import { matrixOrders, ordered, type MatrixOrder } from './matrix-order.ts';
import type { CircuitPicture } from './neurons-view.ts';

const neuron = (layer: string, kind: string, y: number) => ({
  id: '',
  class: kind,
  layer,
  type: '',
  x: 0,
  y,
  z: 0,
});
const picture: CircuitPicture = {
  circuit: circuitOf(3, [
    [2, 0],
    [2, 1],
    [0, 2],
  ]),
  neurons: [neuron('L4', 'E', 300), neuron('L2/3', 'I', 250), neuron('L2/3', 'E', 400)],
  hasPositions: true,
};
const orderOf = (id: string): MatrixOrder => {
  const found = matrixOrders.find((one) => one.id === id);
  if (!found) throw new Error(`no order ${id}`);
  return found;
};

it.each([
  ['layer', [2, 1, 0]],
  ['class', [0, 2, 1]],
  ['depth', [1, 0, 2]],
  ['degree', [2, 0, 1]],
])('sorts by %s', (id, rows) => {
  expect(ordered(picture, orderOf(id))).toEqual(rows);
});

it.each([
  ['layer', ['0-2 L2/3', '2-3 L4']],
  ['class', ['0-2 E', '2-3 I']],
  ['depth', ['0-1 250', '1-2 300', '2-3 400']],
  ['degree', ['0-1 3', '1-2 2', '2-3 1']],
])('says beside the rows what %s they have', (id, expected) => {
  const order = orderOf(id);
  const marks = order.marks(picture, ordered(picture, order));
  expect(marks.map(({ from, to, label }) => `${from}-${to} ${label}`)).toEqual(expected);
});

it('offers only what the data tell', () => {
  const bare = { ...picture, neurons: [0, 1, 2].map(() => neuron('', '', 0)), hasPositions: false };
  expect(matrixOrders.filter(({ suits }) => suits(bare)).map(({ id }) => id)).toEqual(['degree']);
});
