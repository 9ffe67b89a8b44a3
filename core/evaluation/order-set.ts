import { metricIds } from '../contracts/model.ts';
import type { OrdersReport } from '../contracts/orders-report.ts';
import { tolerance } from '../synthesis/index.ts';
import type { JudgedOrder } from './order.ts';

/** How many standard deviations from a typical draw are still typical, either way. */
export const typicalCost = 2;

/** One order and the seconds that it took. */
export type TimedOrder = JudgedOrder & { seconds: number };

type OrderSet = OrdersReport['sets'][number];

/** Orders for the same metrics, summed up. */
export function orderSet(asked: readonly number[], orders: readonly TimedOrder[]): OrderSet {
  const share = (test: (order: TimedOrder) => boolean) =>
    orders.filter(test).length / orders.length;
  const spread = (value: (order: TimedOrder) => number) => {
    const sorted = orders.map(value).sort((a, b) => a - b);
    const at = (place: number) =>
      sorted[Math.min(sorted.length - 1, Math.floor(place * sorted.length))] ?? 0;
    return { median: at(0.5), ninety: at(0.9), most: at(1) };
  };
  const rival = (
    id: OrderSet['rivals'][number]['id'],
    error: (order: TimedOrder) => number,
    cost: ((order: TimedOrder) => number) | null = null,
  ) => ({
    id,
    within: share((order) => error(order) <= tolerance),
    error: spread(error),
    cost: cost && spread(cost),
  });
  return {
    metrics: metricIds.filter((_, column) => asked.includes(column)),
    requests: orders.length,
    within: share(({ worst }) => worst <= tolerance),
    withinInner: share(({ worstInner }) => worstInner <= tolerance),
    error: spread(({ worst }) => worst),
    cost: spread(({ cost }) => cost),
    typical: share(({ cost }) => Math.abs(cost) <= typicalCost),
    distance: spread(({ distance }) => distance),
    steps: spread(({ steps }) => steps),
    shared: spread(({ shared }) => shared),
    copies: share(({ same }) => same > 0),
    rivals: [
      rival('nearest', ({ nearest }) => nearest),
      rival('plain', ({ plain }) => plain),
      rival('best_of_64', ({ bestOf64 }) => bestOf64),
      rival(
        'uniform',
        ({ uniform }) => uniform,
        ({ uniformCost }) => uniformCost,
      ),
    ],
    seconds: spread(({ seconds }) => seconds),
  };
}
