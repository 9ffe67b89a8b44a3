/** An unbounded first-in first-out line between a pusher and one reader that iterates. */
export class Queue<T> implements AsyncIterableIterator<T> {
  readonly #waiting: T[] = [];
  readonly #ended: (() => void)[] = [];
  #reader: ((result: IteratorResult<T>) => void) | null = null;
  #open = true;

  push(item: T): void {
    if (!this.#open) return;
    if (this.#reader) {
      const deliver = this.#reader;
      this.#reader = null;
      deliver({ value: item, done: false });
    } else this.#waiting.push(item);
  }

  /** Nothing more comes; what waits is still delivered. */
  end(): void {
    if (!this.#open) return;
    this.#open = false;
    for (const tell of this.#ended) tell();
    this.#reader?.({ value: undefined, done: true });
    this.#reader = null;
  }

  onEnd(tell: () => void): void {
    this.#ended.push(tell);
  }

  next(): Promise<IteratorResult<T>> {
    const item = this.#waiting.shift();
    if (item !== undefined) return Promise.resolve({ value: item, done: false });
    if (!this.#open) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve) => {
      this.#reader = resolve;
    });
  }

  return(): Promise<IteratorResult<T>> {
    this.end();
    return Promise.resolve({ value: undefined, done: true });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
