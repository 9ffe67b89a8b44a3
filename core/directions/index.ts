import { aligned, functionAligned } from './aligned.ts';
import { difference } from './difference.ts';
import type { DirectionKind } from './kind.ts';
import { directionKindIds, type DirectionKindId } from '../contracts/direction.ts';
import { principal } from './principal.ts';
import { purified } from './purified.ts';

export * from './aligned.ts';
export * from './along.ts';
export * from './decode.ts';
export * from './difference.ts';
export * from './effect-matrix.ts';
export * from './encoded.ts';
export * from './function-score.ts';
export * from './held-out-fit.ts';
export * from './interval.ts';
export type { DirectionKind } from './kind.ts';
export * from './measured-changes.ts';
export * from './measured-effects.ts';
export * from './name-order.ts';
export * from './prediction.ts';
export * from './principal.ts';
export * from './purified-by-protocol.ts';
export * from './purified.ts';
export * from './random-directions.ts';
export * from './readout.ts';
export * from './refine.ts';
export * from './regression.ts';
export * from './selection.ts';
export * from './spearman.ts';
export * from './spread.ts';
export * from './test-circuits.ts';
export * from './test-shape.ts';
export * from './trade-off.ts';

const known: readonly DirectionKind[] = [aligned, purified, functionAligned, difference, principal];

/** @throws Error for a kind that has no definition. */
export function directionKindOf(id: DirectionKindId): DirectionKind {
  const found = known.find((kind) => kind.id === id);
  if (!found) throw new Error(`No kind of direction ${id}.`);
  return found;
}

/** Every way to find a direction, in the order of the contract. */
export const directionKinds: readonly DirectionKind[] = directionKindIds.map(directionKindOf);
