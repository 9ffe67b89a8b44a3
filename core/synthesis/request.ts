import { metricIds, type MetricId } from '../contracts/model.ts';

/** What one metric shall be: anything from low to high; a value is a range whose ends are equal. */
export type Wish = { readonly low: number; readonly high: number };

/** Metrics that are not named may be anything. */
export type SynthesisRequest = Readonly<Partial<Record<MetricId, Wish>>>;

export const valueWish = (value: number): Wish => ({ low: value, high: value });

/** The wishes of a request in the order of metricIds. */
export function wishesOf(request: SynthesisRequest): { metric: MetricId; wish: Wish }[] {
  return metricIds.flatMap((metric) => {
    const wish = request[metric];
    return wish ? [{ metric, wish }] : [];
  });
}

/** How far a value lies outside a wish; 0 within. */
export function beyond({ low, high }: Wish, value: number): number {
  return Math.max(0, low - value, value - high);
}

/** The value of a wish nearest to `value`. */
export function nearestWithin({ low, high }: Wish, value: number): number {
  return Math.min(high, Math.max(low, value));
}
