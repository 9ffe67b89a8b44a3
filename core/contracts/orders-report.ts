import { z } from 'zod';
import { seed } from './ids.ts';
import { metricId } from './metric-id.ts';

/** What circuits to order are compared with. */
export const rivalIds = ['nearest', 'plain', 'best_of_64', 'uniform'] as const;
export const rivalId = z.enum(rivalIds);
export type RivalId = z.infer<typeof rivalId>;

const share = z.number().min(0).max(1);
const spread = z.object({ median: z.number(), ninety: z.number(), most: z.number() });

/** Orders for the metrics of held-out circuits, over their neurons; errors in shares of what the training circuits span. */
export const ordersReport = z.object({
  seed,
  tolerance: share.describe('an order is met when no error is above this'),
  sets: z.array(
    z.object({
      metrics: z.array(metricId).min(1).describe('asked for at once'),
      requests: z.int().min(1),
      within: share.describe('of the orders that were met'),
      withinInner: share.describe('in shares of the middle 98 % of the span'),
      error: spread.describe('greatest of an order'),
      cost: spread.describe('standard deviations less likely than a typical draw there'),
      typical: share.describe('with a cost of at most 2 either way'),
      distance: spread.describe('of the place from the data, the median training circuit has 1'),
      steps: spread.describe('changes of a pair that were tried'),
      shared: spread.describe('connections in common with the nearest circuit of the map'),
      copies: share.describe('that could be a copy of a circuit of the map'),
      rivals: z.array(
        z.object({ id: rivalId, within: share, error: spread, cost: spread.nullable() }),
      ),
      seconds: spread.describe('of one processor, for information'),
    }),
  ),
});
export type OrdersReport = z.infer<typeof ordersReport>;
