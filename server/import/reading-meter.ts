import { stat } from 'node:fs/promises';
import type { ImportProgress } from '~/core/contracts/index.ts';
import { tableBytes } from './bytes.ts';
import type { ImportLimits } from './limits.ts';

/** A table on its way through the reader. */
export type OpenTable = {
  /** its text, unpacked */
  chunks: AsyncIterable<Buffer>;
  /** to be called for each row */
  rowRead: () => void;
};

const everyMs = 100;

/** Counts what has been read of two files and tells it a few times a second; a new stage is told at once. */
export class ReadingMeter {
  #told = -Infinity;
  #before = 0;
  #bytes = 0;
  #rows = 0;

  private constructor(
    private readonly of: number,
    private readonly limits: ImportLimits,
    private readonly tell: (progress: ImportProgress) => void,
  ) {}

  static async over(
    paths: readonly string[],
    limits: ImportLimits,
    tell: (progress: ImportProgress) => void,
  ): Promise<ReadingMeter> {
    const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
    const of = sizes.reduce((sum, size) => sum + size, 0);
    return new ReadingMeter(of, limits, tell);
  }

  open(stage: 'neurons' | 'connections', path: string): OpenTable {
    this.#before += this.#bytes;
    this.#bytes = 0;
    this.#rows = 0;
    this.say(stage);
    const onRead = (bytes: number) => {
      this.#bytes = bytes;
      if (performance.now() - this.#told >= everyMs) this.say(stage);
    };
    return {
      chunks: tableBytes(path, this.limits, onRead),
      rowRead: () => {
        this.#rows++;
      },
    };
  }

  say(stage: ImportProgress['stage']): void {
    this.#told = performance.now();
    const bytes = Math.min(this.of, this.#before + this.#bytes);
    this.tell({ stage, bytes, of: this.of, rows: this.#rows });
  }
}
