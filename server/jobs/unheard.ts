import { and, eq } from 'drizzle-orm';
import { run, worker } from '~/db/schema/index.ts';
import { endRun, voidLease } from './end-run.ts';
import type { Transaction } from './jobs.ts';
import { isSilent, type RunRow } from './lease.ts';
import { note } from './record.ts';

/** Ends the cancelled runs (or the one named) whose workers are silent: they cannot be told, and need not be. */
export async function endUnheard(
  tx: Transaction,
  leaseSeconds: number,
  runId?: string,
): Promise<RunRow[]> {
  const unheard = await tx
    .select({ row: run, workerName: worker.name })
    .from(run)
    .leftJoin(worker, eq(run.workerId, worker.id))
    .where(
      and(
        eq(run.state, 'running'),
        eq(run.cancelRequested, true),
        isSilent(leaseSeconds),
        runId === undefined ? undefined : eq(run.id, runId),
      ),
    )
    .for('update', { of: run, skipLocked: true });
  for (const { row, workerName } of unheard) {
    await endRun(tx, row.id, 'cancelled', null);
    await voidLease(tx, row.id);
    await note(
      tx,
      row,
      'info',
      `Cancelled; ${workerName ?? 'its worker'} was no longer answering.`,
    );
  }
  return unheard.map(({ row }) => row);
}
