import { DirectedGraph } from 'graphology';
import { classKind, type Tokens } from '~/ui/kit/index.ts';
import type { Places } from './layout.ts';
import { neuronName, type CircuitPicture } from './neurons-view.ts';
import { mixColour } from './mix-colour.ts';
import { neuronShape, selfEdge } from './neuron-shape.ts';

/** What sigma draws of a neuron and of a connection. */
export type NodeLook = {
  x: number;
  y: number;
  size: number;
  color: string;
  label: string;
  shape: number;
};
export type EdgeLook = { type: 'straight' | 'curved'; color: string; size: number };
export type CircuitGraph = DirectedGraph<NodeLook, EdgeLook>;

/**
 * The circuit as a graph: one edge a connection, presynaptic to postsynaptic; the two of a reciprocal pair are curved
 * apart. With a selection everything that does not touch it is faint.
 */
export function circuitGraph(
  { circuit, neurons }: CircuitPicture,
  places: Places,
  selected: ReadonlySet<number>,
  tokens: Tokens,
): CircuitGraph {
  const { n, adjacency } = circuit;
  const graph: CircuitGraph = new DirectedGraph();
  const faint = (colour: string) => mixColour(colour, tokens.surface, 0.78);
  const size = Math.min(6, Math.max(2.5, 36 / Math.sqrt(n)));
  const oneWay = mixColour(tokens['ink-3'], tokens.surface, n > 40 ? 0.45 : 0.3);
  const bothWays = mixColour(tokens.accent, tokens.surface, n > 40 ? 0.15 : 0);
  for (let i = 0; i < n; i++) {
    const kind = classKind(neurons[i]?.class ?? '');
    const shown = selected.size === 0 || selected.has(i);
    graph.addNode(String(i), {
      x: places[2 * i] ?? 0,
      y: places[2 * i + 1] ?? 0,
      size: selected.has(i) ? size * 1.4 : size,
      color: shown ? tokens[kind] : faint(tokens[kind]),
      label: neuronName(neurons[i]),
      shape: neuronShape[kind] + (adjacency[i * n + i] ? selfEdge : 0),
    });
  }
  const thin = n > 40 ? 0.8 : 1.2;
  for (let pre = 0; pre < n; pre++)
    for (let post = 0; post < n; post++) {
      if (pre === post || !adjacency[pre * n + post]) continue;
      const mutual = adjacency[post * n + pre] === 1;
      const shown = selected.size === 0 || selected.has(pre) || selected.has(post);
      const colour = mutual ? bothWays : oneWay;
      graph.addEdge(String(pre), String(post), {
        type: mutual ? 'curved' : 'straight',
        color: shown ? colour : faint(colour),
        size: thin * (mutual ? 1.3 : 1),
      });
    }
  return graph;
}
