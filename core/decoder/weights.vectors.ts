import type { WeightScale } from '../contracts/model.ts';
import { RandomStream, streams } from '../random.ts';
import { drawCircuit } from './draw.ts';
import { exampleLogits } from './draw.vectors.ts';
import { drawWeights } from './weights.ts';

const cases: readonly { n: number; seed: number; selfEdges: boolean; scale: WeightScale }[] = [
  { n: 2, seed: 3, selfEdges: false, scale: { of: 'size', logMean: 8.5, logSd: 1.2, sd: 0.9 } },
  { n: 12, seed: 7, selfEdges: true, scale: { of: 'synapses', logMean: 0.9, logSd: 0.8, sd: 1 } },
  {
    n: 12,
    seed: Number.MAX_SAFE_INTEGER,
    selfEdges: false,
    scale: { of: 'size', logMean: -1, logSd: 0.4, sd: 0.5 },
  },
];

/** The contents of weights.vectors.json, which the worker's weights_draw.py must reproduce; made again with UPDATE_VECTORS=1. */
export function weightVectors() {
  return {
    format: 'latentome-weights-1',
    circuits: cases.map(({ n, seed, selfEdges, scale }) => {
      const random = new RandomStream(seed % 1000, streams.bench, 2);
      const mu = Float32Array.from({ length: n * n }, (_, k) => random.normal(k));
      const circuit = drawCircuit(exampleLogits(n, seed % 1000), seed, selfEdges);
      return {
        n,
        seed,
        scale,
        mu: Array.from(mu),
        adjacency: Array.from(circuit.adjacency),
        weights: Array.from(drawWeights(mu, circuit, seed, scale)),
      };
    }),
  };
}
