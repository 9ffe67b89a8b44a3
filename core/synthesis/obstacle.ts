import type { SynthesisRequest, Wish, WishId } from './request.ts';

/** Why no circuit can be as asked. */
export type Obstacle = {
  /** the fields it is about */
  readonly metrics: readonly WishId[];
  /** a sentence that says what cannot be */
  readonly problem: string;
  /** a sentence that says what to ask instead */
  readonly remedy: string;
  /** the request with the least change that removes this obstacle; null where that cannot be said */
  readonly nearest: SynthesisRequest | null;
};

export type Question = {
  readonly request: SynthesisRequest;
  /** N */
  readonly size: number;
  /** how far from a wish still counts as met, of the eight metrics in their own units */
  readonly slack: ArrayLike<number>;
};

/** Up to four decimals, as people type them. */
export const shown = (value: number) => String(Math.round(value * 1e4) / 1e4);

/** "0.2" or "0.2 to 0.4". */
export const wishText = ({ low, high }: Wish) =>
  low === high ? shown(low) : `${shown(low)} to ${shown(high)}`;
