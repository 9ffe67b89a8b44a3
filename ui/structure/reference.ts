import { isDefined, type StructureMetric, type Value } from '~/core/metrics/index.ts';
import type { Beside } from '~/core/nulls/index.ts';

/** What a value stands beside: a band round a mean, and how many standard deviations away it is. */
export interface Reference {
  readonly mean: number | null;
  readonly sd: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly z: number | null;
  /** Why there is no z; null where there is one. */
  readonly why: string | null;
}

/** The training circuits: one standard deviation either way. */
export function besideTraining(
  value: number | null,
  training: { mean: number; sd: number } | undefined,
): Reference | null {
  if (!training) return null;
  const { mean, sd } = training;
  const z = value !== null && sd > 0 ? (value - mean) / sd : null;
  return { mean, sd, low: mean - sd, high: mean + sd, z, why: null };
}

/** The draws of a null: 95 of 100 lie in the band. */
export function besideNull({ mean, sd, low, high, z }: Beside): Reference {
  return isDefined(z)
    ? { mean, sd, low, high, z, why: null }
    : { mean, sd, low, high, z: null, why: z.notDefined };
}

/** Decimals that tell values of a metric apart; triads are rare among all triples. */
export function placesOf({ family, unit }: Pick<StructureMetric, 'family' | 'unit'>): number {
  if (unit === 'µm') return 1;
  return family === 'Triads' ? 5 : 3;
}

/** What there is instead of a number, in words. */
export function reasonOf(value: Value | null): string | null {
  return value === null || isDefined(value) ? null : value.notDefined;
}
