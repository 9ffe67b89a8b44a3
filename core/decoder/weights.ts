import type { WeightScale } from '../contracts/model.ts';
import { RandomStream, streams } from '../random.ts';
import type { Circuit } from './circuit.ts';

/**
 * Weights [n * n] of a drawn circuit, row = presynaptic, 0 where there is no connection:
 * exp(logMean + logSd (mu + sd normal)), of synapses the nearest count and at least 1. The twin of `draw_weights` in
 * gpu-worker/latentome_worker/weights_draw.py.
 * @param mu mean of the standardised log weight of each connection, if it exists [n * n]
 */
export function drawWeights(
  mu: Float32Array,
  { n, adjacency }: Circuit,
  seed: number,
  { of, logMean, logSd, sd }: WeightScale,
): Float64Array<ArrayBuffer> {
  const stream = new RandomStream(seed, streams.weights);
  const weights = new Float64Array(n * n);
  for (let k = 0; k < weights.length; k++) {
    if (!adjacency[k]) continue;
    const weight = Math.exp(logMean + logSd * ((mu[k] ?? 0) + sd * stream.normal(k)));
    weights[k] = of === 'synapses' ? Math.max(1, Math.floor(weight + 0.5)) : weight;
  }
  return weights;
}
