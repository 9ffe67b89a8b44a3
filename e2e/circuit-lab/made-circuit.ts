import { circuitOf } from '~/core/decoder/index.ts';
import { RandomStream, streams } from '~/core/random.ts';
import type { CircuitPicture } from '~/ui/circuit/index.ts';

const layers = ['L2/3', 'L4', 'L5', 'L6'];

/** A seeded column: denser within a layer, a fifth of its connections answered, a few neurons connected to themselves. */
export function madeCircuit(n: number): CircuitPicture {
  const stream = new RandomStream(n, streams.bench);
  let index = 0;
  const next = () => stream.uniform(index++);
  const neurons = Array.from({ length: n }, (_, i) => {
    const depth = (i + next()) / n;
    return {
      id: `8646911355${String(100_000 + i)}`,
      class: next() < 0.8 ? 'E' : 'I',
      layer: layers[Math.min(3, Math.floor(depth * 4))] ?? '',
      type: '',
      x: 200 * next(),
      y: 150 + 900 * depth,
      z: 0,
    };
  });
  const edges: [number, number][] = [];
  for (let pre = 0; pre < n; pre++)
    for (let post = 0; post < n; post++) {
      const near = Math.exp(-Math.abs(pre - post) / (0.12 * n));
      const chance = pre === post ? 0.03 : 0.01 + 0.16 * near;
      if (next() >= chance) continue;
      edges.push([pre, post]);
      if (next() < 0.1) edges.push([post, pre]);
    }
  return { circuit: circuitOf(n, edges), neurons, hasPositions: true };
}
