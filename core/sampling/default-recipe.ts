import type { NeuronFilter, SamplingRecipe } from '../contracts/index.ts';
import { degrees, tally, type Connectome } from '../connectome/connectome.ts';
import { keptNeurons } from './filters.ts';
import { proposedFolds, slabProposal } from './folds/proposals.ts';

/** Unless something larger is asked for. */
const usualSize = 64;

/**
 * A recipe to start from, by what the connectome has: circuits of `wanted` neurons, or fewer where it is smaller. With positions: nearest somata, and folds of several blocks where
 * the tissue is large enough for them, because one slab differs from the rest of the tissue (gpu-worker/LOG.md).
 */
export function defaultRecipe(connectome: Connectome, wanted = usualSize): SamplingRecipe {
  const filters = defaultFilters(connectome);
  const kept = keptNeurons(connectome, filters);
  const { position } = connectome;
  // The smallest fold is about a fifth, less its gaps; a circuit should leave room for different draws.
  const size = [wanted, usualSize, 32].find((n) => n <= wanted && kept.length >= n * 7) ?? 16;
  return {
    size,
    method: position ? 'nearest' : 'neighbourhood',
    filters,
    jitterUm: position ? 20 : 0,
    spreads: [1, 1.3, 2, 3],
    degreePowers: [-0.5, 0, 0.5, 1],
    minConnectionsPerNeuron: 0.5,
    folds: position
      ? proposedFolds(tissueOf(connectome, position, kept), size)
      : slabProposal('x', 0),
    counts: { train: 2000, validation: 300, test: 300 },
    seed: 1,
  };
}

/** Positions and degrees of the kept neurons, connections among them counted. */
function tissueOf({ edges, ids }: Connectome, position: Float64Array, kept: Int32Array) {
  const inside = new Uint8Array(ids.length);
  for (const row of kept) inside[row] = 1;
  const degree = new Int32Array(ids.length);
  for (let e = 0; e < edges.length; e += 2) {
    const [pre = 0, post = 0] = edges.subarray(e, e + 2);
    if (pre === post || !inside[pre] || !inside[post]) continue;
    degree[pre] = (degree[pre] ?? 0) + 1;
    degree[post] = (degree[post] ?? 0) + 1;
  }
  const where = new Float64Array(3 * kept.length);
  kept.forEach((row, k) => where.set(position.subarray(3 * row, 3 * row + 3), 3 * k));
  return { position: where, degree: Int32Array.from(kept, (row) => degree[row] ?? 0) };
}

function defaultFilters(connectome: Connectome): NeuronFilter[] {
  const { outputs, inputs } = degrees(connectome.edges, connectome.ids.length);
  const filters = layerFilters(connectome, inputs);
  // A few cells with very many outputs among many with few are mostly merge errors.
  const hubs = outputs.filter((count) => count > 100).length;
  if (hubs > 0 && hubs < 0.02 * outputs.length)
    filters.push({ field: 'outputs', op: 'at most', value: 100 });
  if (outputs.some((count, row) => count + (inputs[row] ?? 0) === 0))
    filters.push({ field: 'connections', op: 'at least', value: 1 });
  return filters;
}

/** Layers whose neurons have no recorded input take no part in the recurrent graph. */
function layerFilters({ layer }: Connectome, inputs: Int32Array): NeuronFilter[] {
  if (!layer) return [];
  const received = new Set(layer.filter((_, row) => (inputs[row] ?? 0) > 0));
  const layers = tally(layer).map(({ value }) => value);
  const silent = layers.filter((value) => !received.has(value));
  if (silent.length === 0 || received.size === 0) return [];
  const [only] = received;
  if (received.size === 1 && only !== undefined) return [{ field: 'layer', op: 'is', value: only }];
  return silent.map((value) => ({ field: 'layer', op: 'is not', value }));
}
