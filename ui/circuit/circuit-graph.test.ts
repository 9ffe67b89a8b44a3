import { expect, it } from 'vitest';
import { circuitOf } from '~/core/decoder/index.ts';
import { RandomStream, streams } from '~/core/random.ts';
import { tokenNames, type Tokens } from '~/ui/kit/index.ts';
import { circuitGraph, edgesDrawn, type CircuitGraph } from './circuit-graph.ts';
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

it('draws what weighs more wider, and no weight as before', () => {
  const scale = { of: 'size', logMean: 0, logSd: 1, sd: 1 } as const;
  const values = new Float64Array(9);
  values.set([0.5, 1, 4], 5); // 1 > 2, (2 > 0, no connection), 2 > 1
  values[1] = 1;
  const weighed = { ...picture, weights: { values, scale } };
  const size = (shown: typeof picture, from: string, to: string) =>
    circuitGraph(shown, circlePlaces(3), new Set(), tokens).getEdgeAttribute(from, to, 'size');
  expect(size(weighed, '2', '1') / size(weighed, '1', '2')).toBeCloseTo(Math.sqrt(4 / 0.5));
  expect(size(weighed, '0', '1')).toBeGreaterThan(size(picture, '0', '1'));
});

it('makes faint what does not touch the selection', () => {
  const graph = circuitGraph(picture, circlePlaces(3), new Set([0]), tokens);
  const all = circuitGraph(picture, circlePlaces(3), new Set(), tokens);
  expect(graph.getEdgeAttribute('0', '1', 'color')).toBe(all.getEdgeAttribute('0', '1', 'color'));
  expect(graph.getEdgeAttribute('1', '2', 'color')).not.toBe(
    all.getEdgeAttribute('1', '2', 'color'),
  );
});

it('is the same graph when made in that of another circuit', () => {
  const stream = new RandomStream(7, streams.bench);
  let index = 0;
  const next = () => stream.uniform(index++);
  let before: CircuitGraph | undefined;
  for (let round = 0; round < 60; round++) {
    const n = 1 + Math.floor(9 * next());
    const pairs = Array.from({ length: Math.floor(n * n * next()) }, (): [number, number] => [
      Math.floor(n * next()),
      Math.floor(n * next()),
    ]);
    const neurons = Array.from({ length: n }, (_, i) =>
      neuron(`${round}.${i}`, next() < 0.5 ? 'E' : 'I'),
    );
    const selected = new Set(next() < 0.5 ? [] : [Math.floor(n * next())]);
    const shown = { circuit: circuitOf(n, pairs), neurons, hasPositions: false };
    const fresh = circuitGraph(shown, circlePlaces(n), selected, tokens);
    before = circuitGraph(shown, circlePlaces(n), selected, tokens, before);
    expect(content(before)).toEqual(content(fresh));
    expect(edgesDrawn(shown)).toBe(fresh.size);
  }
});

const content = (graph: CircuitGraph) => ({
  nodes: Object.fromEntries(graph.mapNodes((node, look) => [node, look])),
  edges: Object.fromEntries(graph.mapEdges((_, look, pre, post) => [`${pre}>${post}`, look])),
});
