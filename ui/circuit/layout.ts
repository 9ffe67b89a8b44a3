import { DirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { edgesOf, type Circuit } from '~/core/decoder/index.ts';
import type { Neuron } from '~/core/latent/index.ts';

/** Places of neurons, interleaved (x, y) with y upward: [2 n]. */
export type Places = Float64Array;

/** Lateral position across, depth below the pia downward, µm. */
export function truePlaces(neurons: readonly Neuron[]): Places {
  return Float64Array.from(neurons.flatMap((neuron) => [neuron.x, -neuron.y]));
}

/** A circle: the start of a force layout where there are no positions. */
export function circlePlaces(n: number): Places {
  return Float64Array.from(
    Array.from({ length: n }, (_, i) => {
      const angle = (2 * Math.PI * i) / n;
      return [Math.cos(angle), Math.sin(angle)];
    }).flat(),
  );
}

/**
 * ForceAtlas2 from given places (Jacomy et al. 2014, PLoS ONE 9, e98679). Without chance: the same start and circuit
 * give the same places, and few steps from the last places let a layout follow a circuit that changes.
 */
export function forcePlaces({ n, adjacency }: Circuit, start: Places, iterations: number): Places {
  const graph = new DirectedGraph();
  for (let i = 0; i < n; i++) graph.addNode(String(i), { x: start[2 * i], y: start[2 * i + 1] });
  for (const [pre, post] of edgesOf({ n, adjacency }))
    if (pre !== post) graph.addEdge(String(pre), String(post));
  const found = forceAtlas2(graph, {
    iterations,
    settings: { gravity: 1.5, scalingRatio: 8, strongGravityMode: false, slowDown: 2 },
  });
  const places = new Float64Array(2 * n);
  for (let i = 0; i < n; i++) {
    const place = found[String(i)];
    places[2 * i] = place?.x ?? 0;
    places[2 * i + 1] = place?.y ?? 0;
  }
  return places;
}

/** Standardised to mean 0 and mean distance 1, so that a layout does not depend on the unit it starts from. */
export function standardised(places: Places): Places {
  const n = places.length / 2;
  const mean = [0, 1].map((axis) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += places[2 * i + axis] ?? 0;
    return sum / n;
  });
  const centred = places.map((value, k) => value - (mean[k % 2] ?? 0));
  let spread = 0;
  for (let i = 0; i < n; i++)
    spread += Math.hypot(centred[2 * i] ?? 0, centred[2 * i + 1] ?? 0) / n;
  return centred.map((value) => (spread > 0 ? (value / spread) * 10 : value));
}
