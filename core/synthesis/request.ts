import { metricIds } from '../contracts/model.ts';

/** What can be asked for: the eight metrics and, as the ninth, what the circuit computes. */
export const wishIds = [...metricIds, 'memory'] as const;
export type WishId = (typeof wishIds)[number];

/** What one of them shall be: anything from low to high; a value is a range whose ends are equal. */
export type Wish = { readonly low: number; readonly high: number };

/** What is not named may be anything. */
export type SynthesisRequest = Readonly<Partial<Record<WishId, Wish>>>;

export const valueWish = (value: number): Wish => ({ low: value, high: value });

/** The wishes of a request in the order of wishIds. */
export function wishesOf(request: SynthesisRequest): { id: WishId; wish: Wish }[] {
  return wishIds.flatMap((id) => {
    const wish = request[id];
    return wish ? [{ id, wish }] : [];
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
