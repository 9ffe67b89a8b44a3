import { ofOwnSize, type LatentMap } from '../latent/map-file.ts';
import { spreadOut } from './decode.ts';

/** Encoded circuits that something is fitted to: z [C * Z] of a map, and which of its circuits. */
export type Encoded = {
  readonly z: ArrayLike<number>;
  readonly dimensions: number;
  readonly circuits: readonly number[];
};

export const foldCodes = { train: 1, validation: 2, test: 3 } as const;

/** The circuits of one fold of a map, or of all where that fold has none; of the model's own size. */
export function encodedOf(
  map: Pick<LatentMap, 'z' | 'dimensions' | 'fold' | 'circuits' | 'layout'>,
  fold: keyof typeof foldCodes,
): Encoded {
  const all = Array.from({ length: map.circuits }, (_, index) => index).filter((index) =>
    ofOwnSize(map, index),
  );
  const own = all.filter((index) => map.fold[index] === foldCodes[fold]);
  return { z: map.z, dimensions: map.dimensions, circuits: own.length > 0 ? own : all };
}

export function placeIn({ z, dimensions }: Encoded, circuit: number): number[] {
  return Array.from({ length: dimensions }, (_, d) => z[circuit * dimensions + d] ?? 0);
}

/** Mean place [Z]. */
export function meanOf(encoded: Encoded): number[] {
  const sum = new Array<number>(encoded.dimensions).fill(0);
  for (const circuit of encoded.circuits)
    placeIn(encoded, circuit).forEach((value, d) => (sum[d] = (sum[d] ?? 0) + value));
  return sum.map((value) => value / encoded.circuits.length);
}

/** A direction is fitted to at most so many: more would tell it no better and keep the page waiting. */
export const mostFitted = 4000;

/** The training circuits of a map that directions are fitted to: all, or `mostFitted` taken evenly. */
export function fittedOf(map: Parameters<typeof encodedOf>[0]): Encoded {
  const train = encodedOf(map, 'train');
  return { ...train, circuits: spreadOut(train.circuits, mostFitted) };
}

/** Population covariance [Z][Z]. */
export function covarianceOf(encoded: Encoded): number[][] {
  const { z, dimensions, circuits } = encoded;
  const mean = Float64Array.from(meanOf(encoded));
  const from = new Float64Array(dimensions);
  const sums = new Float64Array(dimensions * dimensions); // below the diagonal
  for (const circuit of circuits) {
    for (let i = 0; i < dimensions; i++) {
      const a = (z[circuit * dimensions + i] ?? 0) - (mean[i] ?? 0);
      from[i] = a;
      for (let j = 0; j <= i; j++) {
        const at = i * dimensions + j;
        sums[at] = (sums[at] ?? 0) + a * (from[j] ?? 0);
      }
    }
  }
  return Array.from({ length: dimensions }, (_, i) =>
    Array.from({ length: dimensions }, (__, j) => {
      const at = Math.max(i, j) * dimensions + Math.min(i, j);
      return (sums[at] ?? 0) / circuits.length;
    }),
  );
}
