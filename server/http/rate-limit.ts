/** So many requests a minute for one asker; a short rush of as many is fine. */
export type RateLimit = { perMinute: number };

const minuteMs = 60_000;
const sweepAbove = 10_000;

type Bucket = { tokens: number; at: number };

/**
 * Token buckets in memory, one for each key; they refill steadily.
 *
 * `take` gives 0 when the request may pass, else the seconds until the next one may.
 */
export class RateLimiter {
  readonly #buckets = new Map<string, Bucket>();

  take(key: string, { perMinute }: RateLimit, now = Date.now()): number {
    if (this.#buckets.size > sweepAbove) this.#sweep(now);
    const bucket = this.#buckets.get(key) ?? { tokens: perMinute, at: now };
    const refilled = bucket.tokens + ((now - bucket.at) / minuteMs) * perMinute;
    const tokens = Math.min(perMinute, refilled);
    const passes = tokens >= 1;
    this.#buckets.set(key, { tokens: passes ? tokens - 1 : tokens, at: now });
    const waitMs = Math.round(((1 - tokens) / perMinute) * minuteMs);
    return passes ? 0 : Math.max(1, Math.ceil(waitMs / 1000));
  }

  /** Who has not asked for a minute has a full bucket, which is what a new one is. */
  #sweep(now: number): void {
    for (const [key, { at }] of this.#buckets) if (now - at > minuteMs) this.#buckets.delete(key);
  }
}
