import { and, eq, lt, sql } from 'drizzle-orm';
import { run, worker } from '~/db/schema/index.ts';
import { announceRun } from './announce.ts';
import { endRun, requeueRun, voidLease } from './end-run.ts';
import type { Jobs, Transaction } from './jobs.ts';
import type { RunRow } from './lease.ts';
import { note } from './record.ts';
import { endUnheard } from './unheard.ts';

/**
 * Takes away every lease past its time, and of cancelled runs every lease of a silent worker; returns how
 * many. Safe to call from anywhere, any number at once.
 */
export async function sweep(jobs: Jobs): Promise<number> {
  const swept = await jobs.db.transaction(async (tx) => {
    const unheard = await endUnheard(tx, jobs.env.leaseSeconds);
    const late = await tx
      .select({ row: run, workerName: worker.name })
      .from(run)
      .leftJoin(worker, eq(run.workerId, worker.id))
      .where(
        and(
          eq(run.state, 'running'),
          eq(run.cancelRequested, false), // locked just now by another: the next sweep ends it
          lt(run.leaseUntil, sql`now()`),
        ),
      )
      .for('update', { of: run, skipLocked: true });
    for (const { row, workerName } of late) await takeLease(tx, row, workerName ?? 'its worker');
    return [...unheard, ...late.map(({ row }) => row)];
  });
  for (const row of swept) await announceRun(jobs, row);
  return swept.length;
}

async function takeLease(tx: Transaction, row: RunRow, workerName: string): Promise<void> {
  const silent = `${workerName} stopped answering in attempt ${row.attempt}`;
  if (row.attempt >= row.maxAttempts) {
    const message = `${silent}, the last of ${row.maxAttempts}. Start the run again once the worker is well: ${resumption(row)}.`;
    await endRun(tx, row.id, 'failed', message);
    await voidLease(tx, row.id);
    await note(tx, row, 'error', message);
    return;
  }
  await requeueRun(tx, row.id, row.maxAttempts);
  await note(tx, row, 'warning', `${silent}; queued again: ${resumption(row)}.`);
}

const resumption = (row: RunRow) =>
  row.checkpointEpoch === null
    ? 'it begins anew, no checkpoint was reached'
    : `it goes on from epoch ${row.checkpointEpoch}`;
