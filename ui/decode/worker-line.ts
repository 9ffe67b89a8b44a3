import { proxy, releaseProxy, wrap, type Remote } from 'comlink';
import type { DecodeWorker } from './decode.worker.ts';
import type { Backend, BackendChoice, DecoderSource } from './protocol.ts';
import type { Loading } from './runtime-file.ts';

type Line = {
  choice: BackendChoice;
  remote: Remote<DecodeWorker>;
  opened: Promise<Backend>;
  /** rejects when the worker dies or is given up, so that nobody waits for an answer that cannot come */
  broken: Promise<never>;
  giveUp: () => void;
};

export class DecoderClosed extends Error {
  constructor() {
    super('The decoder was closed.');
  }
}

/**
 * The line to the decoding worker. With `auto`, a GPU that refuses or is lost hands over to wasm, once, and in a new
 * worker: a runtime that has failed stays broken where it failed.
 */
export class WorkerLine {
  readonly #start: () => Worker;
  readonly #source: DecoderSource;
  readonly #told: (loading: Loading) => void;
  #line: Line;
  #closed = false;
  #rejectClosed: (reason: DecoderClosed) => void = () => undefined;
  readonly #untilClosed = new Promise<never>((_, reject) => (this.#rejectClosed = reject));

  /** @param told hears how much of the runtime has come while a worker opens */
  constructor(
    source: DecoderSource,
    start: () => Worker,
    told: (loading: Loading) => void = () => undefined,
  ) {
    this.#source = source;
    this.#told = told;
    this.#start = start;
    this.#untilClosed.catch(() => undefined); // often nobody is waiting when it closes
    this.#line = this.#open(source.backend);
  }

  /** The backend of the open model, once it is open. */
  ready(): Promise<Backend> {
    return this.call((_, backend) => Promise.resolve(backend));
  }

  /** Ask the worker something, after the model is open. */
  async call<T>(ask: (remote: Remote<DecodeWorker>, backend: Backend) => Promise<T>): Promise<T> {
    const line = this.#line;
    const answer = line.opened.then((backend) => ask(line.remote, backend));
    try {
      return await Promise.race([answer, line.broken, this.#untilClosed]);
    } catch (error) {
      const backend = await Promise.race([line.opened, line.broken]).catch(() => null);
      if (this.#closed || line.choice !== 'auto' || backend === 'wasm') throw error;
    }
    if (line === this.#line) {
      line.giveUp();
      this.#line = this.#open('wasm');
    }
    return this.call(ask);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#rejectClosed(new DecoderClosed());
    this.#line.giveUp();
  }

  #open(choice: BackendChoice): Line {
    const worker = this.#start();
    const remote = wrap<DecodeWorker>(worker);
    let breakOff: (reason: Error) => void = () => undefined;
    const broken = new Promise<never>((_, reject) => (breakOff = reject));
    const failed = () => breakOff(new Error('The decoder could not be started in this browser.'));
    worker.addEventListener('error', failed);
    const giveUp = () => {
      failed();
      remote[releaseProxy]();
      worker.terminate(); // its memory and its share of the GPU go with it
    };
    const opened = remote.open({ ...this.#source, backend: choice }, proxy(this.#told));
    broken.catch(() => undefined);
    opened.catch(() => undefined); // each call reports it to whoever asked
    return { choice, remote, opened, broken, giveUp };
  }
}
