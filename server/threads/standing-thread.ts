import type { Worker } from 'node:worker_threads';
import { startThread } from './start-thread.ts';

type Settings = {
  /** heap of the thread */
  memoryMb: number;
  /** the longest a job may take */
  patienceMs: number;
  /** a job nobody waits for any more may go on so long, before the thread is ended for the next one's sake */
  graceMs: number;
  /** without a job for so long the thread ends, and what it holds in memory goes */
  idleMs: number;
};

type Entry<Job> = {
  job: Job;
  resolve: (answer: unknown) => void;
  reject: (error: unknown) => void;
};

/**
 * A thread that stays and takes jobs one after the other, so that what it read for one is there for the next. It is
 * started by the first job and after every end; its module answers with `answerJobs`.
 */
export class StandingThread<Job> {
  readonly #module: URL;
  readonly #settings: Settings;
  readonly #waiting: Entry<Job>[] = [];
  #thread: Worker | null = null;
  #current: Entry<Job> | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(module: URL, settings: Settings) {
    this.#module = module;
    this.#settings = settings;
  }

  /**
   * Gives the thread a job; resolves with its answer.
   *
   * @param signal an abandoned job is not begun, and does not hold up the next one for long
   * @throws the signal's reason, or an Error when the thread failed or took too long
   */
  ask(job: Job, signal?: AbortSignal): Promise<unknown> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const entry: Entry<Job> = { job, resolve, reject };
      signal?.addEventListener('abort', () => this.#abandon(entry, signal.reason), { once: true });
      this.#waiting.push(entry);
      this.#next();
    });
  }

  /** Ends the thread; a job under way fails. The next one starts it again. */
  async close(): Promise<void> {
    const thread = this.#thread;
    this.#failed(new Error('The thread was ended.'));
    await thread?.terminate();
  }

  #abandon(entry: Entry<Job>, reason: unknown): void {
    entry.reject(reason);
    const place = this.#waiting.indexOf(entry);
    if (place >= 0) this.#waiting.splice(place, 1);
    else if (this.#current === entry) this.#endIn(this.#settings.graceMs);
  }

  #next(): void {
    if (this.#current) return;
    const entry = this.#waiting.shift();
    if (!entry) {
      this.#thread?.unref(); // a process with nothing else to do may end
      this.#endIn(this.#settings.idleMs).unref();
      return;
    }
    this.#current = entry;
    this.#thread ??= this.#started();
    this.#thread.ref();
    this.#endIn(this.#settings.patienceMs);
    this.#thread.postMessage(entry.job);
  }

  #endIn(ms: number): NodeJS.Timeout {
    clearTimeout(this.#timer);
    const thread = this.#thread;
    this.#timer = setTimeout(() => {
      this.#failed(new Error('This took too long and was ended.'));
      void thread?.terminate();
    }, ms);
    return this.#timer;
  }

  #started(): Worker {
    const thread = startThread(this.#module, null, { memoryMb: this.#settings.memoryMb });
    const ofThis = (then: () => void) => {
      if (this.#thread === thread) then();
    };
    thread.on('message', (answer: unknown) =>
      ofThis(() => {
        this.#current?.resolve(answer);
        this.#current = null;
        this.#next();
      }),
    );
    thread.once('error', (error) => ofThis(() => this.#failed(error)));
    thread.once('exit', () => ofThis(() => this.#failed(new Error('The thread ended unasked.'))));
    return thread;
  }

  /** The thread is gone; the next job starts another. */
  #failed(error: unknown): void {
    clearTimeout(this.#timer);
    this.#thread = null;
    this.#current?.reject(error);
    this.#current = null;
    if (this.#waiting.length > 0) this.#next();
  }
}
