import { expect, it } from 'vitest';
import { circuitOf } from '~/core/decoder/index.ts';
import { edgeList } from './edge-list.ts';

const neurons = ['a', 'b, c'].map((id) => ({
  id,
  class: '',
  layer: '',
  type: '',
  x: 0,
  y: 0,
  z: 0,
}));
const circuit = circuitOf(2, [
  [0, 1],
  [1, 0],
]);
const picture = { circuit, neurons, hasPositions: false };

it('names both neurons of each connection, and what it weighs where that is known', () => {
  expect(edgeList(picture)).toBe('pre,post\r\na,"b, c"\r\n"b, c",a\r\n');
  const scale = { of: 'synapses', logMean: 0, logSd: 1, sd: 1 } as const;
  const weights = { values: Float64Array.of(0, 3, 14, 0), scale };
  expect(edgeList({ ...picture, weights })).toBe(
    'pre,post,synapses\r\na,"b, c",3\r\n"b, c",a,14\r\n',
  );
});
