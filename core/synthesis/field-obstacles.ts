import { metricIds } from '../contracts/model.ts';
import { structureMetricOf } from '../metrics/index.ts';
import { memoryProtocol } from './memory-ground.ts';
import { shown, wishText, type Obstacle, type Question } from './obstacle.ts';
import { nearestWithin, wishesOf, type WishId } from './request.ts';

/** What is wrong with single fields: nothing asked, no number, ends the wrong way round, values that no circuit has. */
export function fieldObstacles({ request, size }: Question): Obstacle[] {
  const wishes = wishesOf(request);
  if (wishes.length === 0)
    return [
      {
        metrics: [],
        problem: 'Nothing is asked for.',
        remedy: 'Choose at least one metric.',
        nearest: null,
      },
    ];
  return wishes.flatMap(({ id: metric, wish }): Obstacle[] => {
    const { name, range } = wishKindOf(metric, size);
    const [least, greatest] = range;
    const bounds =
      greatest === null
        ? `${shown(least ?? 0)} or more`
        : `from ${shown(least ?? 0)} to ${shown(greatest)}`;
    const instead = (low: number, high: number) => ({ ...request, [metric]: { low, high } });
    if (!Number.isFinite(wish.low) || !Number.isFinite(wish.high))
      return [
        {
          metrics: [metric],
          problem: `${name} is not a number.`,
          remedy: `Write a number ${bounds}, or leave ${name.toLowerCase()} out.`,
          nearest: null,
        },
      ];
    if (wish.low > wish.high)
      return [
        {
          metrics: [metric],
          problem: `${name} cannot be at least ${shown(wish.low)} and at most ${shown(wish.high)}.`,
          remedy: `Write the lower end first: ${shown(wish.high)} to ${shown(wish.low)}.`,
          nearest: instead(wish.high, wish.low),
        },
      ];
    const possible = { low: least ?? -Infinity, high: greatest ?? Infinity };
    const low = nearestWithin(possible, wish.low);
    const high = nearestWithin(possible, wish.high);
    // A range that only reaches beyond what there is can be met; one that lies beyond it cannot.
    if (wish.high >= possible.low - rounding && wish.low <= possible.high + rounding) return [];
    return [
      {
        metrics: [metric],
        problem: `${name} ${wishText(wish)} is not possible: it is ${bounds}.`,
        remedy: `The nearest that there is: ${shown(low)}.`,
        nearest: instead(low, high),
      },
    ];
  });
}

/** Its name and the least and the greatest value that circuits of `size` neurons can have. */
export function wishKindOf(
  id: WishId,
  size: number,
): { name: string; range: readonly [number | null, number | null] } {
  const metric = metricIds.find((one) => one === id);
  if (metric) return structureMetricOf(metric);
  // No readout of N states holds more than N numbers (Jaeger 2002), nor more than are asked for.
  const { firstLag = 1, lastLag = 1 } = memoryProtocol.parameters;
  return { name: 'Memory capacity', range: [0, Math.min(size, lastLag - firstLag + 1)] };
}

/** A measured value may pass its bound in the last digit. */
const rounding = 1e-9;
