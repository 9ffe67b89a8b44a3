type Numbers = Int32Array<ArrayBuffer> | Float32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** A typed array that grows by half again, so that millions of rows cost neither objects nor a count in advance. */
export class Growing<T extends Numbers> {
  #held: T;
  #length = 0;

  constructor(private readonly make: (length: number) => T) {
    this.#held = make(1024);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#held.length) {
      const larger = this.make(Math.max(1024, Math.ceil(this.#length * 1.5)));
      larger.set(this.#held);
      this.#held = larger;
    }
    this.#held[this.#length++] = value;
  }

  /** The value at an index below `length`. */
  at(index: number): number {
    return this.#held[index] ?? NaN;
  }

  /** What was pushed; the growing array is empty afterwards. */
  take(): T {
    const exact = this.make(this.#length);
    exact.set(this.#held.subarray(0, this.#length));
    this.#held = this.make(0);
    this.#length = 0;
    return exact;
  }
}
