import { metricIds, type ModelManifest } from '../contracts/model.ts';
import { drawCircuit, type Circuit, type PairLogits } from '../decoder/index.ts';
import type { DecodeAndMeasure, Place } from '../directions/index.ts';
import type { LatentMap } from '../latent/index.ts';
import { measure } from '../metrics/index.ts';

/** A model that decodes, wherever it runs: in a page, in Node, in a test. */
export type RunningModel = {
  readonly manifest: Pick<ModelManifest, 'metrics' | 'prior' | 'selfEdges'>;
  readonly map: LatentMap;
  /** Logits of places over the neurons of circuit `circuit` of the map. */
  readonly logits: (circuit: number, places: readonly Place[]) => Promise<PairLogits[]>;
};

/** The circuits of several places over the neurons of one circuit, as a page draws them. */
export async function drawnAt(
  { manifest, logits }: RunningModel,
  circuit: number,
  places: readonly Place[],
): Promise<Circuit[]> {
  const found = await logits(circuit, places);
  return found.map((one, k) => drawCircuit(one, places[k]?.seed ?? 0, manifest.selfEdges));
}

/** The eight metrics of a circuit in their order, NaN where not defined. */
export function eightOf(circuit: Circuit): number[] {
  const values = measure(circuit);
  return metricIds.map((id) => values[id] ?? Number.NaN);
}

/** Decodes and measures the eight metrics. */
export function decodeEight(model: RunningModel): DecodeAndMeasure {
  return async (circuit, places) => (await drawnAt(model, circuit, places)).flatMap(eightOf);
}
