/** One place and individual to decode. */
export type Place = { readonly z: readonly number[]; readonly seed: number };

/**
 * Decodes places over the neurons of circuit `circuit` of a map and measures what was drawn: values [places * M], place by
 * place, not finite where a metric is not defined.
 */
export type DecodeAndMeasure = (
  circuit: number,
  places: readonly Place[],
) => Promise<ArrayLike<number>>;

/** Seeds of the individuals of one held-out circuit: others for each circuit, the same at every step. */
export function seedsOf(seed: number, circuit: number, individuals: number): number[] {
  return Array.from({ length: individuals }, (_, k) => seed + circuit * individuals + k);
}

/** `count` of the circuits, evenly spread over their order. */
export function spreadOut(circuits: readonly number[], count: number): number[] {
  const taken = Math.min(count, circuits.length);
  return Array.from(
    { length: taken },
    (_, k) => circuits[Math.floor(((k + 0.5) * circuits.length) / taken)] ?? 0,
  );
}

/** Mean of the finite ones; NaN where there is none. */
export function finiteMean(values: readonly number[]): number {
  const own = values.filter((value) => Number.isFinite(value));
  return own.reduce((sum, value) => sum + value, 0) / own.length;
}
