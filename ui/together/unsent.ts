import { createStore } from './store.ts';

/**
 * How many changes of this page the server has not taken in, as far as the page knows. Messages are answered in their
 * order, so the answer to a question that was asked after a change says that the change is in.
 */
export class Unsent {
  readonly count = createStore(0);
  #made = 0;
  #taken = 0;
  #asked: number | null = null;

  /** @param ask puts the question; false while nothing can be asked */
  constructor(private readonly ask: () => boolean) {}

  changed(): void {
    this.#made += 1;
    this.#settle();
  }

  /** In step with the server anew: what was asked before, on another line, is not answered any more. */
  inStep(): void {
    this.#asked = null;
    this.#settle();
  }

  answered(): void {
    this.#taken = this.#asked ?? this.#taken;
    this.#asked = null;
    this.#settle();
  }

  #settle(): void {
    this.count.set(this.#made - this.#taken);
    if (this.#asked === null && this.#made > this.#taken && this.ask()) this.#asked = this.#made;
  }
}
