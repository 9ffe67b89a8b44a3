import { DirectedGraph } from 'graphology';
import Sigma from 'sigma';
import type { CircuitGraph, EdgeLook, NodeLook } from './circuit-graph.ts';
import { connectionProgram } from './connection-program.ts';
import { NeuronProgram } from './neuron-program.ts';

export type CircuitSigma = Sigma<NodeLook, EdgeLook>;

/**
 * Sigma with our programs. Reciprocal pairs are drawn after one-way connections, so that they lie above.
 * The caller must `kill()` it, or its WebGL contexts leak.
 */
export function circuitRenderer(
  container: HTMLElement,
  graph: CircuitGraph = new DirectedGraph(),
): CircuitSigma {
  const sigma = new Sigma<NodeLook, EdgeLook>(graph, container, {
    allowInvalidContainer: true, // a tab may be hidden while it is made
    defaultNodeType: 'neuron',
    defaultEdgeType: 'straight',
    nodeProgramClasses: { neuron: NeuronProgram },
    edgeProgramClasses: { straight: connectionProgram(0), curved: connectionProgram(0.18) },
    renderLabels: false,
    minEdgeThickness: 0.9,
    stagePadding: 26,
    labelFont: 'IBM Plex Mono, monospace',
    labelSize: 12,
    zoomToSizeRatioFunction: (ratio) => Math.sqrt(ratio),
  });
  hideIdleLayers(sigma);
  return sigma;
}

/** Sigma clears all its canvases for every frame, and each that is cleared is composited anew: shown are those with ink. */
function hideIdleLayers(sigma: CircuitSigma): void {
  const { edgeLabels, labels, hoverNodes, hovers } = sigma.getCanvases();
  const show = (canvas: HTMLCanvasElement | undefined, shown: boolean) => {
    if (canvas) canvas.style.display = shown ? '' : 'none';
  };
  for (const canvas of [edgeLabels, labels, hoverNodes, hovers]) show(canvas, false);
  sigma.on('enterNode', () => show(hovers, true)).on('leaveNode', () => show(hovers, false));
}
