import type { NullEffects } from '../contracts/direction-name.ts';
import { RandomStream, streams } from '../random.ts';
import { finiteMean } from './decode.ts';
import { measureChanges, type ChangesQuestion } from './measured-changes.ts';
import type { Spread } from './spread.ts';

/** So many, that the largest change along them is one that a further random direction exceeds once in twenty. */
export const nullDirections = 19;

/** How they are measured: more coarsely than a direction itself, which makes their band a little wider, not narrower. */
export const usualNulls = {
  directions: nullDirections,
  circuits: 8,
  individuals: 2,
  seed: 3,
  steps: [-2, 2] as const,
};

/** What keeps changes from being those along random directions as pages measure them; null: nothing. */
export function nullsProblem(nulls: NullEffects): string | null {
  const { directions, circuits, individuals, seed, steps } = nulls;
  const same =
    directions === usualNulls.directions &&
    circuits <= usualNulls.circuits &&
    individuals === usualNulls.individuals &&
    seed === usualNulls.seed &&
    steps.join() === usualNulls.steps.join();
  if (!same) return 'This was not measured by the protocol of random directions.';
  if (nulls.metrics.some(({ changes }) => changes.length !== directions))
    return 'A metric has one change for each random direction.';
  return null;
}

/** Directions of this whitened length [count][Z], every way equally likely in whitened coordinates. */
export function randomDirections(
  spread: Spread,
  length: number,
  count: number,
  seed: number,
): number[][] {
  return Array.from({ length: count }, (_, which) => {
    const random = new RandomStream(seed, streams.directions, which);
    const way = Array.from({ length: spread.dimensions }, (__, d) => random.normal(d));
    const long = Math.hypot(...way);
    return spread.fromWhitened(way.map((value) => (value * length) / long));
  });
}

export type NullQuestion = Omit<ChangesQuestion, 'vector'> & {
  readonly spread: Spread;
  /** Whitened, of one step. */
  readonly length: number;
  readonly directions: number;
};

/** Mean changes along random directions, one report a direction [M]. */
export async function* measureNulls(question: NullQuestion): AsyncGenerator<number[]> {
  const { spread, length, directions, seed } = question;
  for (const vector of randomDirections(spread, length, directions, seed)) {
    const each: number[][] = [];
    for await (const changes of measureChanges({ ...question, vector })) each.push(changes);
    yield question.sds.map((_, metric) => finiteMean(each.map((row) => row[metric] ?? NaN)));
  }
}

/**
 * Half the width of the band, around 0, that a random direction stays in: the largest change of n of them, either way, for a
 * direction and its opposite are equally likely and change the same. One more exceeds it with probability 1 / (n + 1).
 */
export function nullBound(changes: readonly number[]): number {
  return Math.max(0, ...changes.map(Math.abs));
}
