import type { OrdersReport } from '../contracts/orders-report.ts';
import { synthesise, synthesisGround, tolerance } from '../synthesis/index.ts';
import { orderSet, type TimedOrder } from './order-set.ts';
import { innerScales, judgeOrder, orderedCircuits, requestOf } from './order.ts';
import type { RunningModel } from './running-model.ts';

type OrderSet = OrdersReport['sets'][number];

/** Places in metricIds: density and reciprocity; with clustering and CV in; all. */
export const usualSets: readonly (readonly number[])[] = [
  [0, 1],
  [0, 1, 2, 4],
  [0, 1, 2, 3, 4, 5, 6, 7],
];

/** Seeds of the individuals, one an order, begin here. */
export const firstSeed = 1000;

export type OrdersAsked = {
  readonly requests: number;
  readonly sets?: readonly (readonly number[])[];
  /** seconds since some moment; what an order took is told for information */
  readonly clock?: () => number;
};

/**
 * Circuits to order: the metrics of held-out circuits, asked for over their neurons, each with another individual.
 * @param told hears each set when it is done
 * @throws RangeError when the map has no test circuit with all eight metrics, or too few training circuits
 */
export async function measureOrders(
  model: RunningModel,
  { requests, sets = usualSets, clock = () => 0 }: OrdersAsked,
  told: (set: OrderSet) => void = () => undefined,
): Promise<OrdersReport> {
  const { map, manifest } = model;
  const whole = synthesisGround(map, manifest);
  const grounds = { ground: whole.ground, inner: innerScales(map) };
  const circuits = orderedCircuits(map, requests);
  if (circuits.length === 0)
    throw new RangeError('No test circuit of this map has all eight metrics.');
  const found: OrderSet[] = [];
  for (const asked of sets) {
    const orders: TimedOrder[] = [];
    for (const [k, index] of circuits.entries()) {
      const request = requestOf(map, index, asked);
      const began = clock();
      const made = await synthesise(
        whole,
        { request, seed: firstSeed + 1 + k, conditions: index },
        (places) => model.logits(index, places),
      );
      const seconds = clock() - began;
      if (!('circuit' in made)) throw new Error(made.map(({ problem }) => problem).join(' '));
      orders.push({ ...(await judgeOrder(model, grounds, request, made)), seconds });
    }
    const set = orderSet(asked, orders);
    found.push(set);
    told(set);
  }
  return { seed: firstSeed, tolerance, sets: found };
}
