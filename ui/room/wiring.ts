import type { ModelManifest } from '~/core/contracts/index.ts';
import { conditionsOf, neuronsOf, type LatentMap, type Neuron } from '~/core/latent/index.ts';

/** The neurons of one observed circuit, to be wired anew: as people see them and as the decoder does. */
export interface Wiring {
  readonly neurons: readonly Neuron[];
  readonly conditions: Float32Array;
}

const neuronsOfConditions = new WeakMap<Float32Array, readonly Neuron[]>();

/** @param circuit index on the map; one that this map lacks (another version's pin) counts as the first */
export function wiringOf(map: LatentMap, circuit: number, manifest: ModelManifest): Wiring {
  const index = circuit < map.circuits ? circuit : 0;
  const wiring = {
    neurons: neuronsOf(map, index),
    conditions: conditionsOf(map, index, manifest),
  };
  neuronsOfConditions.set(wiring.conditions, wiring.neurons);
  return wiring;
}

/** The neurons that a decoded circuit belongs to: a decode may finish after other conditions were chosen. */
export function neuronsBehind(conditions: Float32Array): readonly Neuron[] | null {
  return neuronsOfConditions.get(conditions) ?? null;
}
