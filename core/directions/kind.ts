import type { DirectionKindId } from '../contracts/direction.ts';

/** A way to find a direction; menus, help and docs are made from this. */
export type DirectionKind<Id extends DirectionKindId = DirectionKindId> = {
  readonly id: Id;
  readonly name: string;
  readonly about: string;
  /** of one step */
  readonly formula: string;
  readonly source: string;
};

/** A kind with the function that makes its step [Z]. */
export function defineDirectionKind<
  const Id extends DirectionKindId,
  Ask extends readonly unknown[],
>(
  definition: DirectionKind<Id> & { readonly step: (...ask: Ask) => number[] },
): DirectionKind<Id> & { readonly step: (...ask: Ask) => number[] } {
  return definition;
}
