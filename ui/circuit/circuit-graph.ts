import { DirectedGraph } from 'graphology';
import { classKind, type Tokens } from '~/ui/kit/index.ts';
import type { Places } from './layout.ts';
import { neuronName, selfEdges, type CircuitPicture } from './neurons-view.ts';
import { mixColour } from './mix-colour.ts';
import { neuronShape, selfEdge } from './neuron-shape.ts';
import { weightWidth } from './weight-width.ts';

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
 * apart. With a selection everything that does not touch it is faint. `into` is a graph of an earlier circuit that
 * nobody looks at: what both share stays in it, since making thousands of edges anew leaves much to be collected.
 */
export function circuitGraph(
  picture: CircuitPicture,
  places: Places,
  selected: ReadonlySet<number>,
  tokens: Tokens,
  into: CircuitGraph = new DirectedGraph(),
): CircuitGraph {
  const { n, adjacency } = picture.circuit;
  const look = looks(picture, places, selected, tokens);
  const names = Array.from({ length: n }, (_, i) => String(i));
  into.filterNodes((node) => Number(node) >= n).forEach((node) => into.dropNode(node));
  names.forEach((name, i) => into.mergeNode(name, look.neuron(i)));

  const there = new Uint8Array(n * n);
  const gone = into.filterEdges((edge, before, from, to) => {
    const [pre, post] = [Number(from), Number(to)];
    if (!adjacency[pre * n + post]) return true;
    there[pre * n + post] = 1;
    const after = look.connection(pre, post);
    if (before.type !== after.type || before.color !== after.color || before.size !== after.size)
      into.replaceEdgeAttributes(edge, { ...after });
    return false;
  });
  for (const edge of gone) into.dropEdge(edge);
  names.forEach((from, pre) =>
    names.forEach((to, post) => {
      const pair = pre * n + post;
      if (pre === post || !adjacency[pair] || there[pair]) return;
      into.addEdge(from, to, { ...look.connection(pre, post) });
    }),
  );
  return into;
}

/** Connections that are drawn as edges: self-edges are rings around their neurons. */
export const edgesDrawn = ({ circuit }: CircuitPicture): number =>
  circuit.adjacency.reduce((sum, one) => sum + one, 0) - selfEdges(circuit);

function looks(
  { circuit, neurons, weights }: CircuitPicture,
  places: Places,
  selected: ReadonlySet<number>,
  tokens: Tokens,
) {
  const { n, adjacency } = circuit;
  const faint = (colour: string) => mixColour(colour, tokens.surface, 0.78);
  const size = Math.min(6, Math.max(2.5, 36 / Math.sqrt(n)));
  const thin = n > 40 ? 0.8 : 1.2;
  const straight = mixColour(tokens['ink-3'], tokens.surface, n > 40 ? 0.45 : 0.3);
  const curved = mixColour(tokens.accent, tokens.surface, n > 40 ? 0.15 : 0);
  const oneWay: EdgeLook = { type: 'straight', color: straight, size: thin };
  const bothWays: EdgeLook = { type: 'curved', color: curved, size: thin * 1.3 };
  const faintOneWay = { ...oneWay, color: faint(straight) };
  const faintBothWays = { ...bothWays, color: faint(curved) };
  return {
    neuron: (i: number): NodeLook => {
      const kind = classKind(neurons[i]?.class ?? '');
      const shown = selected.size === 0 || selected.has(i);
      return {
        x: places[2 * i] ?? 0,
        y: places[2 * i + 1] ?? 0,
        size: selected.has(i) ? size * 1.4 : size,
        color: shown ? tokens[kind] : faint(tokens[kind]),
        label: neuronName(neurons[i]),
        shape: neuronShape[kind] + (adjacency[i * n + i] ? selfEdge : 0),
      };
    },
    connection: (pre: number, post: number): EdgeLook => {
      const mutual = adjacency[post * n + pre] === 1;
      const shown = selected.size === 0 || selected.has(pre) || selected.has(post);
      const [plain, faded] = mutual ? [bothWays, faintBothWays] : [oneWay, faintOneWay];
      const look = shown ? plain : faded;
      if (!weights) return look;
      const weight = weights.values[pre * n + post] ?? 0;
      return { ...look, size: thin * weightWidth(weight, weights.scale) };
    },
  };
}
