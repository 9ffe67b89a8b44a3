import { circuitOf, packCircuit, type Circuit } from '../decoder/circuit.ts';
import { RandomStream, streams } from '../random.ts';
import { isDefined, measureStructure, type Subject } from './index.ts';

/** A directed circuit whose neurons differ in how ready they are, with self-edges, places in a cube and two classes. */
export function randomSubject(n: number, seed: number, density: number): Subject & Placed {
  const random = new RandomStream(seed, streams.bench, n);
  const ready = Array.from({ length: 2 * n }, (_, k) => Math.exp(0.6 * random.normal(k)));
  const adjacency = Uint8Array.from({ length: n * n }, (_, k) => {
    const drive = (ready[Math.floor(k / n)] ?? 1) * (ready[n + (k % n)] ?? 1);
    return random.uniform(8 * n + k) < density * drive ? 1 : 0;
  });
  const far = 8 * n + n * n;
  return {
    circuit: { n, adjacency },
    positions: Array.from({ length: 3 * n }, (_, k) => Math.round(300 * random.uniform(far + k))),
    classes: Array.from({ length: n }, (_, i) => (['E', 'E', 'E', 'I', ''] as const)[i % 5] ?? ''),
  };
}

type Placed = { positions: number[]; classes: string[] };

const complete = (n: number): Circuit => ({ n, adjacency: new Uint8Array(n * n).fill(1) });
const ring = (n: number): Circuit =>
  circuitOf(
    n,
    Array.from({ length: n }, (_, i): [number, number] => [i, (i + 1) % n]),
  );

function subjects(): (Subject & Placed)[] {
  const plain = [circuitOf(1, []), circuitOf(2, []), circuitOf(5, []), complete(6), ring(7)];
  return [
    ...plain.map((circuit) => ({ ...randomSubject(circuit.n, 1, 0), circuit })),
    ...[4, 9, 16, 33, 64].flatMap((n, k) =>
      [0.02, 0.08, 0.3].map((density) => randomSubject(n, k + 1, density)),
    ),
  ];
}

/** The contents of structure.vectors.json, which the worker's structure.py must reproduce; made again with UPDATE_VECTORS=1. */
export function structureVectors() {
  return {
    format: 'latentome-structure-1',
    circuits: subjects().map((subject) => ({
      ...packCircuit(subject.circuit),
      positions: subject.positions,
      classes: subject.classes,
      values: Object.fromEntries(
        Array.from(measureStructure(subject), ([id, value]) => [
          id,
          isDefined(value) ? value : null,
        ]),
      ),
    })),
  };
}
