import { expect, it } from 'vitest';
import { circuitOf } from '~/core/decoder/index.ts';
import { tokenNames, type Tokens } from '~/ui/kit/index.ts';
import { circuitGraph } from './circuit-graph.ts';
import { circlePlaces } from './layout.ts';

const dark = Object.fromEntries(tokenNames.map((name) => [name, '#204060'])) as Tokens;
const tokens = { ...dark, surface: '#ffffff' };
const neuron = (id: string, kind: string) => ({
  id,
  class: kind,
  layer: '',
  type: '',
  x: 0,
  y: 0,
  z: 0,
});
const picture = {
  circuit: circuitOf(3, [
    [0, 1],
    [1, 2],
    [2, 1],
    [2, 2],
  ]),
  neurons: [neuron('a', 'E'), neuron('b', 'I'), neuron('c', '')],
  hasPositions: false,
};

it('keeps directions, curves reciprocal pairs and marks self-edges', () => {
  const graph = circuitGraph(picture, circlePlaces(3), new Set(), tokens);
  const edges = graph.mapEdges((_, look, pre, post) => `${pre}>${post} ${look.type}`);
  expect(edges).toEqual(['0>1 straight', '1>2 curved', '2>1 curved']);
  expect(graph.mapNodes((_, look) => look.shape)).toEqual([0, 1, 2 + 4]);
});

it('makes faint what does not touch the selection', () => {
  const graph = circuitGraph(picture, circlePlaces(3), new Set([0]), tokens);
  const all = circuitGraph(picture, circlePlaces(3), new Set(), tokens);
  expect(graph.getEdgeAttribute('0', '1', 'color')).toBe(all.getEdgeAttribute('0', '1', 'color'));
  expect(graph.getEdgeAttribute('1', '2', 'color')).not.toBe(
    all.getEdgeAttribute('1', '2', 'color'),
  );
});
