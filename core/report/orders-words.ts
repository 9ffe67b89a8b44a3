import type { OrdersReport } from '../contracts/orders-report.ts';
import { heading, percent, resultOf } from './order-makers.ts';
import { shortNumber } from './plot.ts';

/** What orders came to, beside the goals, whichever way it falls. */
export function ordersWords({ sets, tolerance }: OrdersReport): string[] {
  return sets.map((set) => {
    const share = (value: number) => `${shortNumber(percent(value))} %`;
    const [best, walk] = [resultOf(set, 'best_of_64'), resultOf(set, 'uniform')];
    return [
      `${heading(set)}: ${share(set.within)} within ${share(tolerance)}, with a cost of at most 2 for ${share(set.typical)}.`,
      `Of 64 draws the best meets ${share(best?.within ?? 0)}; a walk without a model ${share(walk?.within ?? 0)}, at a median cost of ${shortNumber(walk?.cost?.median)}.`,
      set.copies === 0
        ? 'None could be a copy of a known circuit.'
        : `${share(set.copies)} could be copies of known circuits.`,
    ].join(' ');
  });
}
