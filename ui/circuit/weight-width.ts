import type { WeightScale } from '~/core/contracts/index.ts';

/** Standard deviations of log weights beyond which lines grow no wider or thinner. */
const furthest = 2;
const ofMean = 1.1;

/** Width of a connection in widths of one without weight: its square is proportional to the standardised weight. */
export function weightWidth(weight: number, { logMean, logSd }: WeightScale): number {
  if (!(weight > 0)) return ofMean;
  const away = (Math.log(weight) - logMean) / logSd;
  return ofMean * Math.exp(Math.min(furthest, Math.max(-furthest, away)) / 2);
}
