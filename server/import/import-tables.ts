import type { ProblemCode } from '~/core/connectome/problems.ts';
import { startThread } from '../threads/start-thread.ts';
import { importLimits, type ImportLimits } from './limits.ts';
import { ProblemLog } from './problem-log.ts';
import type { TableJob, TableResult } from './read-tables.ts';
import { takeTurn } from './turns.ts';

/**
 * Reads two tables in a worker thread with limits on time and memory; see readTables. What the tables do to the
 * thread ends as a problem of the report.
 *
 * @throws Error only for failures that are not the tables' doing
 */
export async function importTables(
  job: Omit<TableJob, 'limits'> & { limits?: Partial<ImportLimits> },
): Promise<TableResult> {
  const limits = { ...importLimits, ...job.limits };
  const release = await takeTurn();
  try {
    return await inThread({ ...job, limits });
  } finally {
    release();
  }
}

function inThread(job: TableJob): Promise<TableResult> {
  const { seconds, heapMb } = job.limits;
  return new Promise((resolve, reject) => {
    const worker = startThread(new URL('./import-thread.ts', import.meta.url), job, {
      memoryMb: heapMb,
    });
    const late = setTimeout(() => {
      void worker.terminate();
      resolve(stopped('too-slow', `${seconds} s`));
    }, seconds * 1000);
    const end = (settle: () => void) => {
      clearTimeout(late);
      settle();
    };
    worker.once('message', (result: TableResult) => end(() => resolve(result)));
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
