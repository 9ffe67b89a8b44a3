import { defineDirectionKind } from './kind.ts';
import { choleskyOf, plusDiagonal, solve, times, transposedTimes, type Rows } from './linear.ts';
import type { Spread } from './spread.ts';

/** Added to the diagonal of G G': what a standard deviation of length may cost in side effects. */
export const usualRidge = 0.15;

/** Standard deviations of its metric that a purified step moves: about what an aligned step is measured to move (0.84). */
export const stepEffect = 0.85;

/**
 * The whitened move [Z] that changes metric `own` by `stepEffect` and the held ones as little as its length
 * allows: y = G'(G G' + ridge I)⁻¹ e, scaled to that effect.
 * @param effects G [M][Z]: what one whitened unit along each axis changes, in standard deviations of each metric
 * @param own row of the metric to move @param held rows that shall stay
 * @throws RangeError when no move of the latent changes the metric, or not without the held ones.
 */
export function purifiedMove(
  effects: Rows,
  own: number,
  held: readonly number[],
  ridge: number,
): number[] {
  if (!(ridge > 0)) throw new RangeError('The ridge must be greater than zero.');
  const kept = held.filter((row) => row !== own);
  const rows = [own, ...kept].map((row) => effects[row] ?? []);
  const gram = rows.map((row) => times(rows, row));
  const factor = choleskyOf(plusDiagonal(gram, ridge));
  const wanted = rows.map((_, k) => (k === 0 ? 1 : 0));
  const move = transposedTimes(rows, solve(factor, wanted));
  const [change = 0] = times(rows, move);
  if (!(change > 1e-9)) throw new RangeError('No direction changes this metric.');
  return move.map((value) => (value * stepEffect) / change);
}

export const purified = defineDirectionKind({
  id: 'purified',
  name: 'Purified',
  about: 'Moves one metric by 0.85 standard deviations a step and holds chosen others as they are.',
  formula: 'L y, y = G⊤(G G⊤ + λ I)⁻¹ e; G: effects measured by finite differences, L L⊤ = cov(z)',
  source:
    'Tikhonov-regularised inverse of measured effects; Hoerl & Kennard 1970, Technometrics 12:55',
  step: (spread: Spread, ...ask: Parameters<typeof purifiedMove>) =>
    spread.fromWhitened(purifiedMove(...ask)),
});
