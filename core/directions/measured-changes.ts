import { finiteMean, seedsOf, type DecodeAndMeasure } from './decode.ts';
import { placeIn, type Encoded } from './encoded.ts';

export type ChangesQuestion = {
  readonly vector: readonly number[];
  /** Held-out circuits: from their z, over their neurons. */
  readonly from: Encoded;
  readonly individuals: number;
  readonly seed: number;
  readonly steps: readonly [from: number, to: number];
  /** Of what is measured, in the order in which `decode` gives it. */
  readonly sds: readonly number[];
  readonly decode: DecodeAndMeasure;
};

/**
 * What a direction changes from one step to another in each held-out circuit, in standard deviations [M]: the mean over
 * individuals, the same at both steps; NaN where a metric is not defined. Reported circuit by circuit.
 */
export async function* measureChanges(question: ChangesQuestion): AsyncGenerator<number[]> {
  const { vector, from, individuals, steps, sds, decode } = question;
  for (const circuit of from.circuits) {
    const z = placeIn(from, circuit);
    const seeds = seedsOf(question.seed, circuit, individuals);
    const places = steps.flatMap((step) => {
      const there = z.map((value, d) => value + step * (vector[d] ?? 0));
      return seeds.map((seed) => ({ z: there, seed }));
    });
    const values = await decode(circuit, places);
    yield sds.map((sd, metric) => {
      const at = (side: number) =>
        finiteMean(
          seeds.map((_, k) => values[(side * individuals + k) * sds.length + metric] ?? NaN),
        );
      return (at(1) - at(0)) / sd;
    });
  }
}
