import type { ModelManifest } from '~/core/contracts/index.ts';
import { conditionsOf, neuronsOf, type LatentMap, type Neuron } from '~/core/latent/index.ts';

/** The neurons of one observed circuit, to be wired anew: as people see them and as the decoder does. */
export interface Wiring {
  readonly circuit: number;
  readonly neurons: readonly Neuron[];
  readonly conditions: Float32Array;
}

const made = new WeakMap<Float32Array, Wiring>();

/** @param circuit index on the map; one that this map lacks (another version's pin) counts as the first */
export function wiringOf(map: LatentMap, circuit: number, manifest: ModelManifest): Wiring {
  const index = circuit < map.circuits ? circuit : 0;
  const wiring = {
    circuit: index,
    neurons: neuronsOf(map, index),
    conditions: conditionsOf(map, index, manifest),
  };
  made.set(wiring.conditions, wiring);
  return wiring;
}

/** Whose conditions these are: a decode may finish after other neurons were chosen. */
export function wiringBehind(conditions: Float32Array): Wiring | null {
  return made.get(conditions) ?? null;
}
