import { times, type Rows } from './linear.ts';
import { purifiedMove, usualRidge } from './purified.ts';

export type TradeOffPoint = {
  readonly ridge: number;
  /** own effect of a step that is one standard deviation of the data long, in standard deviations of the metric */
  readonly own: number;
  /** the largest change of a held metric for the same step */
  readonly side: number;
  /** standard deviations of the data that one standard deviation of the metric takes */
  readonly length: number;
};

/** From "hold everything, however far" to "move the metric, whatever else": the usual one and three decades either way. */
export const ridges: readonly number[] = Array.from(
  { length: 25 },
  (_, k) => usualRidge * 10 ** ((k - 12) / 4),
);

/** What purity costs: own effect against the largest side effect over the ridge. Arguments as for `purifiedMove`. */
export function tradeOff(
  effects: Rows,
  own: number,
  held: readonly number[],
  over: readonly number[] = ridges,
): TradeOffPoint[] {
  return over.map((ridge) => {
    const move = purifiedMove(effects, own, held, ridge);
    const length = Math.hypot(...move);
    const changes = times(effects, move);
    const sides = held.filter((row) => row !== own).map((row) => Math.abs(changes[row] ?? 0));
    return {
      ridge,
      own: (changes[own] ?? 0) / length,
      side: Math.max(0, ...sides) / length,
      length: length / (changes[own] ?? NaN),
    };
  });
}
