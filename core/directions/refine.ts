import { effectOn, measureEffects, type EffectsQuestion } from './measured-effects.ts';
import { choleskyOf, plusDiagonal, solve, times, transposedTimes, type Rows } from './linear.ts';
import { stepEffect } from './purified.ts';
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

/** A move [Z] and what a step of it was measured to change, own metric first, then those held. */
type Tried = { readonly move: readonly number[]; readonly each: readonly number[] };

/** Of the price of leaving the best move: after a trial that was worse, and after one that was better. */
const [shyer, braver] = [2, 0.5];
/** What missing the own effect weighs beside a held metric, whose mean is 1. */
const ownWeight = 2;

/**
 * Corrects a purified move by what it is measured to do over the whole slider, where the decoder is not straight, until
 * what is held stays: the slopes learn from each measurement (Broyden 1965, Math. Comp. 19:577), the next move is their
 * damped answer from the best so far (Levenberg 1944, Quart. Appl. Math. 2:164), no longer than `farthest`. Reports the
 * best so far, by side effect for own effect, once a measurement.
 */
export async function* refineMove(question: RefineQuestion): AsyncGenerator<Refined> {
  const { effects, own, held, ridge, enough, most } = question;
  const { bolder, better, farthest: limit } = question.rules ?? usualRules;
  const rows = [own, ...held.filter((row) => row !== own)];
  let slopes = rows.map((row) => [...(effects[row] ?? [])]);
  let weights: readonly number[] = rows.map((_, k) => (k === 0 ? ownWeight : 1));
  let price = ridge * bolder;
  let best: (Tried & Refined) | null = null;
  let least = Infinity;
  let last: Tried | null = null;
  let move = question.move;
  for (let rounds = 0; ; rounds++) {
    const { each, side, impurity } = await measure(question, rows, move);
    if (last) slopes = secant(slopes, last, { move, each });
    last = { move, each };
    const counts = !best || impurity < better * least;
    if (rounds > 0) price *= counts ? braver : shyer;
    if (!best || counts) [best, least] = [{ ...last, rounds, side }, impurity];
    yield { move: best.move, rounds: best.rounds, side: best.side };
    if (side <= enough || rounds === most) return;
    weights = heavier(weights, best.each);
    move = answer(slopes, weights, best, price, limit);
  }
}

async function measure(
  { spread, measured }: RefineQuestion,
  rows: readonly number[],
  move: readonly number[],
) {
  const { steps, metrics } = measured;
  const whole = (steps.at(-1) ?? 0) - (steps[0] ?? 0);
  const changes = await changesOf({ ...measured, vector: spread.fromWhitened(move) });
  const [moved = 0, ...kept] = rows.map((row) => changes[metrics[row]?.id ?? ''] ?? 0);
  const side = Math.max(0, ...kept.map(Math.abs));
  const impurity = side / Math.max(0, moved); // a move that does nothing holds everything
  return { each: [moved, ...kept].map((change) => change / whole), side, impurity };
}

/** From the first step to the last, by metric; absent where it is not defined. */
async function changesOf(question: EffectsQuestion): Promise<Record<string, number>> {
  let changes: Record<string, number> = {};
  for await (const found of measureEffects(question))
    changes = Object.fromEntries(
      question.metrics.map(({ id }) => [id, effectOn(found, id)?.change.mean ?? 0]),
    );
  return changes;
}

/** The slopes [K][Z] nearest to `slopes` that tell the difference of two measurements. */
function secant(slopes: Rows, before: Tried, now: Tried): number[][] {
  const moved = now.move.map((value, k) => value - (before.move[k] ?? 0));
  const length = moved.reduce((sum, value) => sum + value * value, 0);
  if (length === 0) return slopes.map((row) => [...row]);
  const said = times(slopes, moved);
  return slopes.map((row, i) => {
    const missed = (now.each[i] ?? 0) - (before.each[i] ?? 0) - (said[i] ?? 0);
    return row.map((slope, k) => slope + (missed * (moved[k] ?? 0)) / length);
  });
}

/**
 * Weights of the least squares [K] that lead to the least largest held change: each is heavier by its share of the
 * largest (Lawson 1961, thesis, UCLA).
 */
function heavier(weights: readonly number[], each: readonly number[]): number[] {
  const [, ...held] = each.map(Math.abs);
  const most = Math.max(...held);
  const raised = held.map((value, k) => (weights[k + 1] ?? 1) * (0.5 + value / most));
  const mean = raised.reduce((sum, value) => sum + value, 0) / raised.length;
  return [ownWeight, ...raised.map((value) => (most > 0 ? value / mean : 1))];
}

/**
 * The move m that the slopes J say comes nearest to "own by `stepEffect`, held not at all": least sum of weights times
 * the squares of J (m - best) + measured - wanted, and price |m - best|²; no longer than `limit` by a price on |m|².
 */
function answer(
  slopes: Rows,
  weights: readonly number[],
  best: Tried,
  price: number,
  limit: number,
) {
  const told = times(slopes, best.move);
  const aim = told.map((value, k) => (k === 0 ? stepEffect : 0) - (best.each[k] ?? 0) + value);
  const weighed = aim.map((value, k) => value * (weights[k] ?? 1));
  const right = transposedTimes(slopes, weighed).map(
    (value, k) => value + price * (best.move[k] ?? 0),
  );
  const columns = right.map((_, k) => slopes.map((row) => row[k] ?? 0));
  const gram = columns.map((column) =>
    times(
      columns,
      column.map((value, k) => value * (weights[k] ?? 1)),
    ),
  );
  const priced = (more: number) => solve(choleskyOf(plusDiagonal(gram, price + more)), right);
  let shortest = priced(0);
  if (Math.hypot(...shortest) <= limit) return shortest;
  let [low, high] = [0, price];
  while (Math.hypot(...(shortest = priced(high))) > limit) [low, high] = [high, 2 * high];
  for (let turn = 0; turn < 40; turn++) {
    const middle = (low + high) / 2;
    const one = priced(middle);
    if (Math.hypot(...one) > limit) low = middle;
    else [high, shortest] = [middle, one];
  }
  return shortest;
}
