'use client';
import { useCallback } from 'react';
import { Canvas, drawNeuron, type Draw } from '~/ui/kit/index.ts';
import { circuitGraph, type CircuitGraph } from './circuit-graph.ts';
import type { Places } from './layout.ts';
import type { CircuitPicture } from './neurons-view.ts';

type Props = { picture: CircuitPicture; places: Places; selected: ReadonlySet<number> };

const margin = 26;

/** The circuit on a plain canvas, for browsers without WebGL: the same places and colours, no zoom. */
export function FlatGraph({ picture, places, selected }: Props) {
  const draw = useCallback<Draw>(
    (context, width, height, tokens) => {
      const graph = circuitGraph(picture, places, selected, tokens);
      context.clearRect(0, 0, width, height);
      const place = placing(graph, width, height);
      graph.forEachEdge((_, { color, size }, __, ___, from, to) => {
        const [x0, y0] = place(from.x, from.y);
        const [x1, y1] = place(to.x, to.y);
        context.strokeStyle = color;
        context.lineWidth = size;
        context.beginPath();
        context.moveTo(x0, y0);
        context.lineTo(x1, y1);
        context.stroke();
      });
      graph.forEachNode((node, { x, y, size, color }) => {
        const [left, top] = place(x, y);
        const i = Number(node);
        context.fillStyle = color;
        drawNeuron(context, left, top, size, picture.neurons[i]?.class ?? '');
        if (!picture.circuit.adjacency[i * picture.circuit.n + i]) return;
        context.strokeStyle = color;
        context.lineWidth = 1;
        context.beginPath();
        context.arc(left, top, size + 3, 0, 2 * Math.PI);
        context.stroke();
      });
    },
    [picture, places, selected],
  );
  return <Canvas label="Graph of the circuit" draw={draw} className="size-full" />;
}

/** From places with y upward to pixels, one scale for both. */
function placing(graph: CircuitGraph, width: number, height: number) {
  const all = graph.mapNodes((_, { x, y }) => [x, y] as const);
  const [xs, ys] = [all.map(([x]) => x), all.map(([, y]) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [bottom, top] = [Math.min(...ys), Math.max(...ys)];
  const scale = Math.min(
    (width - 2 * margin) / Math.max(right - left, 1e-9),
    (height - 2 * margin) / Math.max(top - bottom, 1e-9),
  );
  return (x: number, y: number): [number, number] => [
    width / 2 + (x - (left + right) / 2) * scale,
    height / 2 - (y - (bottom + top) / 2) * scale,
  ];
}
