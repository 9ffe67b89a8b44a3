import { degreePreserving } from './degree-preserving.ts';
import { distanceType } from './distance-type.ts';
import { erdosRenyi } from './erdos-renyi.ts';
import { reciprocityPreserving } from './reciprocity-preserving.ts';

export * from './comparison.ts';
export { distanceBins } from './distance-type.ts';
export { kindsOf } from './kinds.ts';
export type { NullDraw, NullModel, NullSubject } from './null-model.ts';

/** From the one that keeps least to those that keep most. */
export const nullModels = [
  erdosRenyi,
  distanceType,
  degreePreserving,
  reciprocityPreserving,
] as const;

export type NullModelId = (typeof nullModels)[number]['id'];

/** @throws Error for an id that no null model has. */
export function nullModelOf(id: NullModelId): (typeof nullModels)[number] {
  const found = nullModels.find((model) => model.id === id);
  if (!found) throw new Error(`No null model ${id}.`);
  return found;
}
