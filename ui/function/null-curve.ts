import { besideNullScores, type NullScore } from '~/core/reservoir/index.ts';
import type { Beside } from '~/core/nulls/index.ts';
import type { Banded, Point } from './curve-points.ts';

/** The scores of null circuits, by value. */
export type NullScores = ReadonlyMap<number, readonly (number | null)[]>;

export function withNullScores(before: NullScores, told: readonly NullScore[]): NullScores {
  const after = new Map(before);
  for (const { value, draw, score } of told)
    after.set(value, draw === 0 ? [score] : [...(after.get(value) ?? []), score]);
  return after;
}

/**
 * The order in which values are worth scoring: the chosen one, then every eighth, fourth, second and at last every one, so
 * that a band soon spans them all. What has all its draws is left out.
 */
export function valuesInTurn(
  values: readonly number[],
  chosen: number,
  known: NullScores,
  draws: number,
): number[] {
  const coarse = [8, 4, 2, 1].flatMap((step) => values.filter((_, k) => (k + 1) % step === 0));
  return [...new Set([chosen, ...coarse])].filter(
    (value) => (known.get(value)?.length ?? 0) < draws,
  );
}

export type BesideNull = Omit<Beside, 'id'>;

/** The circuit at one value beside its nulls. */
export function besideAt(points: readonly Point[], nulls: NullScores, value: number): BesideNull {
  const own = points.find((point) => point.value === value)?.scores ?? [];
  return besideNullScores(own, nulls.get(value) ?? []);
}

/** The mean of the nulls and the band that holds 95 of 100, ascending by value; from five scores on. */
export function nullBands(nulls: NullScores): Banded[] {
  return [...nulls.keys()]
    .sort((a, b) => a - b)
    .flatMap((value) => {
      const { mean, low, high, defined } = besideNullScores([], nulls.get(value) ?? []);
      return mean === null || low === null || high === null || defined < 5
        ? []
        : [{ value, mean, low, high }];
    });
}
