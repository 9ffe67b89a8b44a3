import { RandomStream, streams } from '../random.ts';
import { packCircuit } from './circuit.ts';
import { drawCircuit } from './draw.ts';
import type { PairLogits } from './pair-probabilities.ts';

/** Seeded logits like a decoder's: sparse circuits, a positive reciprocity energy. */
export function exampleLogits(n: number, seed: number): PairLogits {
  const random = new RandomStream(seed, streams.bench, 1);
  const lo = Float32Array.from({ length: n * n }, (_, k) => 1.5 * random.normal(k) - 2);
  const rho = new Float32Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++)
      rho[i * n + j] = rho[j * n + i] = random.normal(n * n + i * n + j) + 1;
  return { n, lo, rho };
}

/** The contents of draw.vectors.json, which the worker's draw.py must reproduce; made again with UPDATE_VECTORS=1. */
export function drawVectors() {
  return {
    format: 'latentome-draw-1',
    circuits: [
      { n: 2, seed: 1, selfEdges: false },
      { n: 16, seed: 7, selfEdges: true },
      { n: 16, seed: Number.MAX_SAFE_INTEGER, selfEdges: false },
    ].map(({ n, seed, selfEdges }) => {
      const logits = exampleLogits(n, seed % 1000);
      const { borderline, ...circuit } = drawCircuit(logits, seed, selfEdges);
      return {
        seed,
        selfEdges,
        lo: Array.from(logits.lo),
        rho: Array.from(logits.rho),
        ...packCircuit(circuit),
        borderline,
      };
    }),
  };
}
