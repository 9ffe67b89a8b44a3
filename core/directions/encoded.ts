import type { LatentMap } from '../latent/map-file.ts';

/** Encoded circuits that something is fitted to: z [C * Z] of a map, and which of its circuits. */
export type Encoded = {
  readonly z: ArrayLike<number>;
  readonly dimensions: number;
  readonly circuits: readonly number[];
};

export const foldCodes = { train: 1, validation: 2, test: 3 } as const;

/** The circuits of one fold of a map, or all where that fold has none. */
export function encodedOf(
  map: Pick<LatentMap, 'z' | 'dimensions' | 'fold' | 'circuits'>,
  fold: keyof typeof foldCodes,
): Encoded {
  const all = Array.from({ length: map.circuits }, (_, index) => index);
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

/** Population covariance [Z][Z]. */
export function covarianceOf(encoded: Encoded): number[][] {
  const mean = meanOf(encoded);
  const sums = mean.map(() => new Array<number>(encoded.dimensions).fill(0));
  for (const circuit of encoded.circuits) {
    const from = placeIn(encoded, circuit).map((value, d) => value - (mean[d] ?? 0));
    from.forEach((a, i) => {
      const row = sums[i] ?? [];
      from.forEach((b, j) => (row[j] = (row[j] ?? 0) + a * b));
    });
  }
  return sums.map((row) => row.map((value) => value / encoded.circuits.length));
}
