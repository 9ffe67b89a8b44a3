/** A leaky bucket: `rate` units a second, up to `burst` at once. */
export class Throttle {
  #level = 0;
  #at: number;

  constructor(
    readonly rate: number,
    readonly burst: number,
    now: number,
  ) {
    this.#at = now;
  }

  /** Takes `units` (they are used in any case) and says how many milliseconds to wait before the next. */
  take(units: number, now: number): number {
    this.#level = Math.max(0, this.#level - ((now - this.#at) / 1000) * this.rate) + units;
    this.#at = now;
    return this.#level <= this.burst ? 0 : ((this.#level - this.burst) / this.rate) * 1000;
  }
}
