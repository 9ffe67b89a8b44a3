import { eq, sql } from 'drizzle-orm';
import type { RunState } from '~/core/contracts/run.ts';
import { run } from '~/db/schema/index.ts';
import type { Transaction } from './jobs.ts';

type Ended = Extract<RunState, 'succeeded' | 'failed' | 'cancelled'>;

/** The one way into a final state. The token stays, so a repeated last message is recognised. */
export async function endRun(
  tx: Transaction,
  runId: string,
  state: Ended,
  error: string | null,
): Promise<void> {
  await tx
    .update(run)
    .set({ state, error, phase: null, leaseUntil: null, endedAt: sql`now()` })
    .where(eq(run.id, runId));
}

/** The run was ended without its worker: whatever that one still says is refused, its giving up too. */
export async function voidLease(tx: Transaction, runId: string): Promise<void> {
  await tx.update(run).set({ leaseToken: null }).where(eq(run.id, runId));
}

/** Back into the queue, keeping record and checkpoint; the old lease is void from here on. */
export async function requeueRun(
  tx: Transaction,
  runId: string,
  maxAttempts: number,
): Promise<void> {
  await tx
    .update(run)
    .set({
      state: 'queued',
      phase: null,
      error: null,
      leaseToken: null,
      leaseUntil: null,
      workerId: null,
      endedAt: null,
      cancelRequested: false,
      maxAttempts,
    })
    .where(eq(run.id, runId));
}
