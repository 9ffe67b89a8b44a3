import { EdgeCurvedArrowProgram } from '@sigma/edge-curve';
import Sigma from 'sigma';
import { EdgeArrowProgram } from 'sigma/rendering';
import { RandomStream, streams } from '~/core/random.ts';
import { circuitOf } from '~/core/decoder/index.ts';
import { circuitGraph } from '~/ui/circuit/circuit-graph.ts';
import { circuitRenderer } from '~/ui/circuit/circuit-renderer.ts';
import { truePlaces } from '~/ui/circuit/layout.ts';
import { tokenNames, type Tokens } from '~/ui/kit/index.ts';
import { rampBytes } from '~/ui/map/ramp.ts';
import { webglPoints } from '~/ui/map/webgl-points.ts';

const tokens: Tokens = {
  ...(Object.fromEntries(tokenNames.map((name) => [name, '#5b6668'])) as Tokens),
  surface: '#ffffff',
  accent: '#07695c',
  excitatory: '#c2500a',
  inhibitory: '#1f62b5',
};

/** A seeded circuit with E and I neurons and about a fifth of its connections answered. */
function makeCircuit(n: number, edges: number, seed: number) {
  const stream = new RandomStream(seed, streams.bench);
  let index = 0;
  const next = () => stream.uniform(index++);
  const neurons = Array.from({ length: n }, (_, i) => ({
    id: String(i),
    class: next() < 0.8 ? 'E' : 'I',
    layer: 'L4',
    type: '',
    x: 200 * next(),
    y: 300 * next(),
    z: 0,
  }));
  const pairs: [number, number][] = [];
  while (pairs.length < edges) {
    const [pre, post] = [Math.floor(n * next()), Math.floor(n * next())];
    if (pre === post) continue;
    pairs.push([pre, post]);
    if (next() < 0.1) pairs.push([post, pre]);
  }
  return { circuit: circuitOf(n, pairs), neurons, hasPositions: true };
}

function box(): HTMLElement {
  const element = document.createElement('div');
  element.style.cssText = 'position:absolute;width:640px;height:480px';
  document.body.append(element);
  return element;
}

type Sigmas = {
  getCamera: Sigma['getCamera'];
  getCanvases: Sigma['getCanvases'];
  refresh: (options: { skipIndexation: boolean }) => unknown;
};

/** Frames a second while the camera moves; each frame is finished before the next begins. */
function framesPerSecond(sigma: Sigmas, frames: number): number {
  const canvases = Object.values(sigma.getCanvases());
  const contexts = canvases.flatMap((canvas) => canvas.getContext('webgl2') ?? []);
  const pixel = new Uint8Array(4);
  const start = performance.now();
  for (let frame = 0; frame < frames; frame++) {
    sigma.getCamera().setState({ x: 0.5 + 0.05 * Math.sin(frame / 5), ratio: 1 });
    sigma.refresh({ skipIndexation: true });
    for (const gl of contexts) gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
  }
  return (1000 * frames) / (performance.now() - start);
}

/** Our view, sigma's own programs on the same graph, and on one whose reciprocal pairs are straight, by turns. */
function compare(n: number, edges: number, turns: number, frames: number) {
  const pictures = [1, 2].map((seed) => makeCircuit(n, edges, seed));
  const graphs = pictures.map((picture) =>
    circuitGraph(picture, truePlaces(picture.neurons), new Set(), tokens),
  );
  const [graph, other] = graphs;
  if (!graph || !other) throw new Error('Two circuits are needed.');
  const bareGraph = graph.copy();
  bareGraph.forEachEdge((edge) => bareGraph.removeEdgeAttribute(edge, 'type'));
  const ours = circuitRenderer(box(), graph);
  const bare = new Sigma(bareGraph, box(), {
    defaultEdgeType: 'arrow',
    edgeProgramClasses: { arrow: EdgeArrowProgram },
    renderLabels: false,
  });
  const curved = new Sigma(graph.copy(), box(), {
    defaultEdgeType: 'straight',
    edgeProgramClasses: { straight: EdgeArrowProgram, curved: EdgeCurvedArrowProgram },
    nodeProgramClasses: {},
    renderLabels: false,
  });
  const found = {
    curved: [] as number[],
    ours: [] as number[],
    bare: [] as number[],
    renewed: [] as number[],
  };
  for (let turn = -1; turn < turns; turn++) {
    const mine = framesPerSecond(ours, frames);
    const theirs = framesPerSecond(bare, frames);
    const same = framesPerSecond(curved, frames);
    const start = performance.now();
    for (let frame = 0; frame < frames; frame++) ours.setGraph(frame % 2 ? graph : other);
    const renewed = (1000 * frames) / (performance.now() - start);
    ours.setGraph(graph);
    if (turn < 0) continue; // the first turn compiles and warms up
    found.ours.push(mine);
    found.bare.push(theirs);
    found.curved.push(same);
    found.renewed.push(renewed);
  }
  ours.kill();
  bare.kill();
  curved.kill();
  return { ...found, edges: graph.size };
}

/** Frames a second of the map's points while it is panned. */
function mapFrames(count: number, frames: number): number {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [840, 760];
  const painter = webglPoints(canvas);
  const gl = canvas.getContext('webgl2');
  if (!painter || !gl) throw new Error('This browser has no WebGL2.');
  const stream = new RandomStream(3, streams.bench);
  painter.load({
    coordinates: Float32Array.from({ length: 2 * count }, (_, i) => stream.normal(i)),
    values: Float32Array.from({ length: count }, (_, i) => stream.uniform(i)),
    states: new Uint8Array(count),
    ramp: rampBytes('viridis'),
    missing: [128, 128, 128],
  });
  const pixel = new Uint8Array(4);
  const start = performance.now();
  for (let frame = 0; frame < frames; frame++) {
    const camera = { center: [Math.sin(frame / 9), 0] as const, span: 6 };
    painter.draw(camera, { width: 840, height: 760 }, 1);
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
  }
  const seconds = (performance.now() - start) / 1000;
  painter.dispose();
  return frames / seconds;
}

declare global {
  interface Window {
    sigmaBench: { compare: typeof compare; mapFrames: typeof mapFrames };
  }
}
window.sigmaBench = { compare, mapFrames };
