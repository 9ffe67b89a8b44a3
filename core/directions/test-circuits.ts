import type { DirectionProtocol } from '../contracts/direction.ts';
import { ofOwnSize, type LatentMap } from '../latent/map-file.ts';
import { spreadOut } from './decode.ts';
import { foldCodes } from './encoded.ts';
import { leastJudged } from './prediction.ts';
import { selectedCircuits } from './selection.ts';

type Folds = Pick<LatentMap, 'fold' | 'circuits' | 'layout'>;

/** How a prediction is measured; the seed is not that of effects, so that the individuals are others too. */
export const usualTest = { circuits: 32, individuals: 4, seed: 2, steps: [-2, 2] as const };

/** As many test circuits as pages measure effects on. */
export const usualShown = 24;

/** The folds of a map by how many circuits each has: they stand in this order, those of the model's own size first. */
export function foldsOf(counts: Record<keyof typeof foldCodes, number>): Folds {
  const fold = (['train', 'validation', 'test'] as const).flatMap((name) =>
    new Array<number>(counts[name]).fill(foldCodes[name]),
  );
  return { fold: Uint8Array.from(fold), circuits: fold.length };
}

function circuitsIn(map: Folds, fold: keyof typeof foldCodes): number[] {
  const own = Array.from({ length: map.circuits }, (_, index) => index);
  return own.filter((index) => map.fold[index] === foldCodes[fold] && ofOwnSize(map, index));
}

/** The circuits that directions are found by: those of a fold, or all where it has none. */
function orAll(map: Folds, fold: 'train' | 'validation'): number[] {
  const own = circuitsIn(map, fold);
  if (own.length > 0) return own;
  return Array.from({ length: map.circuits }, (_, index) => index).filter((index) =>
    ofOwnSize(map, index),
  );
}

/** Circuits that a direction was fitted to, corrected on or chosen by. */
export function usedCircuits(map: Folds, protocol: DirectionProtocol): Set<number> {
  switch (protocol.kind) {
    case 'aligned':
    case 'principal':
      return new Set(orAll(map, 'train'));
    case 'function':
      return new Set([...orAll(map, 'train'), ...orAll(map, 'validation')]);
    case 'purified': {
      const counts = [protocol.circuits, protocol.corrections?.circuits ?? 0];
      return new Set(counts.flatMap((count) => spreadOut(orAll(map, 'validation'), count)));
    }
    case 'difference':
      return new Set([protocol.towards, protocol.from].flatMap((one) => selectedCircuits(one)));
  }
}

export type TestCircuits = {
  readonly circuits: number[];
  /** Whether none of them is one that pages measure effects on, and show before anybody has claimed anything. */
  readonly unseen: boolean;
};

/**
 * The test circuits that a prediction is tested on: none that the direction was found by, evenly spread over the rest;
 * those that effects are measured on are left out where enough remain.
 * @throws RangeError when too few are left
 */
export function testCircuits(map: Folds, protocol: DirectionProtocol): TestCircuits {
  const test = circuitsIn(map, 'test');
  const used = usedCircuits(map, protocol);
  const shown = new Set(spreadOut(test, usualShown));
  const left = test.filter((index) => !used.has(index));
  const fresh = left.filter((index) => !shown.has(index));
  if (left.length < leastJudged)
    throw new RangeError(
      `This map has ${left.length} test circuits that the direction was not found by; a test takes ${leastJudged}.`,
    );
  const unseen = fresh.length >= leastJudged;
  return { circuits: spreadOut(unseen ? fresh : left, usualTest.circuits), unseen };
}
