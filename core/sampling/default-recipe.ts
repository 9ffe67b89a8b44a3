import type { NeuronFilter, SamplingRecipe } from '../contracts/index.ts';
import { degrees, tally, type Connectome } from '../connectome/connectome.ts';
import { keptNeurons } from './filters.ts';

/**
 * A recipe to start from, by what the connectome has. With positions: nearest somata, five slabs across the longer
 * horizontal axis with the test fold in the middle, because an end slab differs from the rest of the tissue.
 */
export function defaultRecipe(connectome: Connectome): SamplingRecipe {
  const filters = defaultFilters(connectome);
  const kept = keptNeurons(connectome, filters);
  const { position } = connectome;
  const across = (axis: number) => (position ? extent(position, kept, axis) : 0);
  const axis = across(2) > 1.1 * across(0) ? 'z' : 'x';
  const span = Math.max(across(0), across(2));
  // The smallest fold is about a fifth, less its gaps; a circuit should leave room for different draws.
  const size = [64, 32].find((n) => kept.length >= n * 7) ?? 16;
  return {
    size,
    method: position ? 'nearest' : 'neighbourhood',
    filters,
    jitterUm: position ? 20 : 0,
    spreads: [1, 1.3, 2, 3],
    degreePowers: [-0.5, 0, 0.5, 1],
    minConnectionsPerNeuron: 0.5,
    folds: {
      axis,
      slabs: 5,
      pattern: ['train', 'train', 'test', 'train', 'validation'],
      // 20 µm, or a fifth of a slab where the tissue is small
      gapUm: Math.min(20, Math.round(span / 25)),
    },
    counts: { train: 2000, validation: 300, test: 300 },
    seed: 1,
  };
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

function extent(position: Float64Array, rows: Int32Array, axis: number): number {
  let [low, high] = [Infinity, -Infinity];
  for (const row of rows) {
    const value = position[3 * row + axis] ?? 0;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return high - low;
}
