import { effectOn, measureEffects, type EffectsQuestion } from './measured-effects.ts';
import type { Rows } from './linear.ts';
import { correctedMove } from './purified.ts';
import type { Spread } from './spread.ts';

/** Standard deviations of the data: a longer step has left them, and its effects are the decoder's guess. */
export const farthest = 2.5;

/** How a move is corrected. */
export type RefineRules = {
  /** Of the ridge: a correction answers to a measurement of the whole slider, so it may go further than the first guess. */
  readonly bolder: number;
  /** A correction counts when it betters side effect for own effect by so much: less is the chance of the individuals. */
  readonly better: number;
  readonly farthest: number;
};

export const usualRules: RefineRules = { bolder: 0.2, better: 0.95, farthest };

export type RefineQuestion = {
  readonly spread: Spread;
  /** G [M][Z] */
  readonly effects: Rows;
  /** The purified move to begin with, whitened [Z]. */
  readonly move: readonly number[];
  readonly own: number;
  readonly held: readonly number[];
  readonly ridge: number;
  /** How its effects are measured, on other circuits than those it will be judged by. */
  readonly measured: Omit<EffectsQuestion, 'vector'>;
  /** The largest change of a held metric that is good enough, from the first step to the last. */
  readonly enough: number;
  /** Corrections at most. */
  readonly most: number;
  readonly rules?: RefineRules;
};

/** A move, how often it was corrected, and the largest change of a held metric that was measured for it. */
export type Refined = {
  readonly move: readonly number[];
  readonly rounds: number;
  readonly side: number;
};

/**
 * Corrects a purified move by what it is measured to do over the whole slider, where the decoder is not straight, until
 * what is held stays, or a step would be longer than `farthest`. Reports the best so far, by side
 * effect for own effect, once a measurement.
 */
export async function* refineMove(question: RefineQuestion): AsyncGenerator<Refined> {
  const { spread, effects, own, held, ridge, measured, enough, most } = question;
  const { bolder, better, farthest: limit } = question.rules ?? usualRules;
  const { steps, metrics } = measured;
  const whole = (steps.at(-1) ?? 0) - (steps[0] ?? 0);
  const kept = held.filter((row) => row !== own);
  let best: Refined | null = null;
  let least = Infinity;
  let move = question.move;
  for (let rounds = 0; ; rounds++) {
    const vector = spread.fromWhitened(move);
    const changes = await changesOf({ ...measured, vector });
    const side = Math.max(0, ...kept.map((row) => Math.abs(changes[row] ?? 0)));
    const impurity = side / Math.max(0, changes[own] ?? 0); // a move that does nothing holds everything
    if (!best || impurity < better * least) [best, least] = [{ move, rounds, side }, impurity];
    yield best;
    if (side <= enough || rounds === most) return;
    const each = metrics.map((_, row) => (changes[row] ?? 0) / whole);
    move = correctedMove(effects, move, each, own, kept, ridge * bolder);
    if (Math.hypot(...move) > limit) return;
  }
}

/** From the first step to the last, by metric; 0 where it is not defined. */
async function changesOf(question: EffectsQuestion): Promise<number[]> {
  let changes: number[] = [];
  for await (const found of measureEffects(question))
    changes = question.metrics.map(({ id }) => effectOn(found, id)?.change.mean ?? 0);
  return changes;
}
