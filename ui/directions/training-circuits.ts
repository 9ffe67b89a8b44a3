import { encodedOf } from '~/core/directions/index.ts';

type Folds = Parameters<typeof encodedOf>[0];

/** Those of the circuits that are of the training fold: effects are measured on the others, which a direction shall not know. */
export function trainingOf(map: Folds, circuits: readonly number[]): number[] {
  const asked = new Set(circuits);
  return encodedOf(map, 'train').circuits.filter((circuit) => asked.has(circuit));
}

/** All training circuits but these. */
export function trainingBut(map: Folds, circuits: readonly number[]): number[] {
  const left = new Set(circuits);
  return encodedOf(map, 'train').circuits.filter((circuit) => !left.has(circuit));
}
