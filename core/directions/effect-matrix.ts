import { finiteMean, seedsOf, type DecodeAndMeasure } from './decode.ts';
import { placeIn, type Encoded } from './encoded.ts';
import type { Spread } from './spread.ts';

export type MatrixQuestion = {
  /** Held-out circuits: around their z, over their neurons. */
  readonly around: Encoded;
  readonly spread: Spread;
  readonly individuals: number;
  readonly seed: number;
  /** How far either side of z, in whitened units. */
  readonly reach: number;
  /** Standard deviation of each metric [M]. */
  readonly sds: readonly number[];
  readonly decode: DecodeAndMeasure;
};

/** Share of the circuits done, and with the last of them the matrix. */
export type MatrixProgress = { readonly done: number; readonly of: number };

/**
 * The effect matrix G [M][Z]: what one whitened unit along each latent axis changes, in standard deviations of each metric.
 * Finite differences of decoded means around held-out z, the same individuals on both sides; a progress report a circuit.
 */
export async function* measureEffectMatrix(
  question: MatrixQuestion,
): AsyncGenerator<MatrixProgress, number[][]> {
  const { around, spread, individuals, seed, reach, sds, decode } = question;
  const found = sds.map(() => Array.from({ length: spread.dimensions }, (): number[] => []));
  for (const [index, circuit] of around.circuits.entries()) {
    const z = placeIn(around, circuit);
    const seeds = seedsOf(seed, circuit, individuals);
    for (let axis = 0; axis < spread.dimensions; axis++) {
      const unit = z.map((_, d) => (d === axis ? reach : 0));
      const move = spread.fromWhitened(unit);
      const side = (sign: number) =>
        seeds.map((one) => ({
          z: z.map((value, d) => value + sign * (move[d] ?? 0)),
          seed: one,
        }));
      const values = await decode(circuit, [...side(1), ...side(-1)]);
      sds.forEach((sd, metric) => {
        const at = (place: number) => values[place * sds.length + metric] ?? NaN;
        const slopes = seeds.map((_, k) => (at(k) - at(individuals + k)) / (2 * reach * sd));
        found[metric]?.[axis]?.push(finiteMean(slopes));
      });
    }
    yield { done: index + 1, of: around.circuits.length };
  }
  return found.map((row) =>
    row.map((slopes) => {
      const slope = finiteMean(slopes);
      return Number.isFinite(slope) ? slope : 0;
    }),
  );
}
