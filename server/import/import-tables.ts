import type { ImportProgress } from '~/core/contracts/index.ts';
import type { ProblemCode } from '~/core/connectome/problems.ts';
import { startThread } from '../threads/start-thread.ts';
import type { ThreadSaid } from './import-thread.ts';
import { importLimits, type ImportLimits } from './limits.ts';
import { ProblemLog } from './problem-log.ts';
import type { TableJob, TableResult } from './read-tables.ts';
import { takeTurn } from './turns.ts';

/** Whoever waits for a reading may hear how far it is, and give it up. */
export type Waiter = { onProgress?: (progress: ImportProgress) => void; signal?: AbortSignal };

/**
 * Reads two tables in a worker thread with limits on time and memory; see readTables. What the tables do to the
 * thread ends as a problem of the report.
 *
 * @throws the signal's reason when it is given up: the thread ends at once; Error for failures that are not the
 * tables' doing
 */
export async function importTables(
  job: Omit<TableJob, 'limits'> & { limits?: Partial<ImportLimits> },
  waiter: Waiter = {},
): Promise<TableResult> {
  const limits = { ...importLimits, ...job.limits };
  waiter.onProgress?.({ stage: 'waiting', bytes: 0, of: 0, rows: 0 });
  const release = await takeTurn(waiter.signal);
  try {
    return await inThread({ ...job, limits }, waiter);
  } finally {
    release();
  }
}

function inThread(job: TableJob, { onProgress, signal }: Waiter): Promise<TableResult> {
  const { seconds, heapMb } = job.limits;
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = startThread(new URL('./import-thread.ts', import.meta.url), job, {
      memoryMb: heapMb,
    });
    const giveUp = () =>
      end(() => reject(signal?.reason instanceof Error ? signal.reason : new Error('given up')));
    let ended = false;
    const end = (settle: () => void) => {
      if (ended) return;
      ended = true;
      clearTimeout(late);
      signal?.removeEventListener('abort', giveUp);
      // The turn is over when the thread and its memory are gone.
      void worker.terminate().then(settle);
    };
    const late = setTimeout(
      () => end(() => resolve(stopped('too-slow', `${seconds} s`))),
      seconds * 1000,
    );
    signal?.addEventListener('abort', giveUp, { once: true });
    worker.on('message', ({ progress, result }: ThreadSaid) => {
      if (progress) onProgress?.(progress);
      else end(() => resolve(result));
    });
    worker.once('error', (error) =>
      end(() =>
        'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? resolve(stopped('too-much-memory', ''))
          : reject(error),
      ),
    );
    worker.once('exit', (code) =>
      end(() => reject(new Error(`The import thread ended with code ${code} and no answer.`))),
    );
  });
}

function stopped(code: ProblemCode, value: string): TableResult {
  const problems = new ProblemLog();
  problems.add(code, { file: 'connections' }, { value });
  return { report: { ...problems.report(), statistics: null }, connectome: null };
}
