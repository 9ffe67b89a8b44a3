import type { OrdersReport } from '../contracts/orders-report.ts';
import { heading, percent } from './order-makers.ts';
import { shortNumber } from './plot.ts';

/** What orders came to, beside the goals, whichever way it falls. */
export function ordersWords({ sets, tolerance }: OrdersReport): string[] {
  return sets.map((set) => {
    const met = `${heading(set)}: ${shortNumber(percent(set.within))} % within ${percent(tolerance)} %`;
    const best = set.rivals.reduce((most, { within }) => Math.max(most, within), 0);
    return `${met}, cost at most 2 for ${shortNumber(percent(set.typical))} %; the best of the others meets ${shortNumber(percent(best))} %. ${set.copies === 0 ? 'None could be a copy of a known circuit.' : `${shortNumber(percent(set.copies))} % could be copies of known circuits.`}`;
  });
}
