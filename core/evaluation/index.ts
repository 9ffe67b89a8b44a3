export { measureDirections, type DirectionsAsked } from './directions.ts';
export { functionProtocol } from './function-direction.ts';
export { usualCounts, type DirectionCounts } from './held-out.ts';
export { innerScales, judgeOrder, orderedCircuits, requestOf } from './order.ts';
export { orderSet, typicalCost, type TimedOrder } from './order-set.ts';
export { firstSeed, measureOrders, usualSets, type OrdersAsked } from './orders.ts';
export { decodeEight, drawnAt, eightOf, type RunningModel } from './running-model.ts';
