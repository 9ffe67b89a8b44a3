/** What has been started, ended in reverse order, once. */
export class Closers {
  readonly #open: (() => Promise<void>)[] = [];
  #closing: Promise<void> | null = null;

  add(close: () => Promise<void>): void {
    this.#open.push(close);
  }

  get closing(): boolean {
    return this.#closing !== null;
  }

  /** Goes on past a failure, so that one stuck part leaves no other behind; then throws them all. */
  close(): Promise<void> {
    this.#closing ??= this.#run();
    return this.#closing;
  }

  async #run(): Promise<void> {
    const failures: unknown[] = [];
    for (let close = this.#open.pop(); close; close = this.#open.pop()) {
      await close().catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Not everything ended well.');
  }
}
