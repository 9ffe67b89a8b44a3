import { eq } from 'drizzle-orm';
import type { RunState } from '~/core/contracts/run.ts';
import { run } from '~/db/schema/index.ts';
import { recordEvent } from '~/server/lab/events/record-event.ts';
import { endRun, requeueRun } from './end-run.ts';
import type { Jobs, Transaction } from './jobs.ts';
import { lockRun, type RunRow } from './lease.ts';
import { note } from './record.ts';
import { endUnheard } from './unheard.ts';

const attemptsPerStart = 3;

/** Of a transaction; what it does is announced by whoever holds that. */
type Steering = Pick<Jobs, 'env'> & { tx: Transaction };

/**
 * A person stops a run: queued at once, running by a flag the next heartbeat carries. A run whose worker
 * has missed its heartbeats ends at once too; should the worker come back, it hears 409. Ended runs stay as they are.
 *
 * @param who id of the person
 */
export async function cancelRun(
  { tx, env }: Steering,
  runId: string,
  who: string | null,
): Promise<RunState | null> {
  const row = await lockRun(tx, runId);
  if (!row) return null;
  if (row.state === 'queued') {
    await told(tx, row, who, 'run cancelled');
    await endRun(tx, runId, 'cancelled', null);
    await note(tx, row, 'info', 'Cancelled before it began.');
    return 'cancelled';
  }
  if (row.state === 'running') {
    if (!row.cancelRequested) await told(tx, row, who, 'run cancelled');
    await tx.update(run).set({ cancelRequested: true }).where(eq(run.id, runId));
    const [ended] = await endUnheard(tx, env.leaseSeconds, runId);
    if (ended) return 'cancelled';
  }
  return row.state;
}

/** A person starts an ended run again, at its checkpoint if it has one. Null if it has not ended or has succeeded. */
export async function retryRun(
  { tx }: Pick<Steering, 'tx'>,
  runId: string,
  who: string | null,
): Promise<RunState | null> {
  const row = await lockRun(tx, runId);
  if (row?.state !== 'failed' && row?.state !== 'cancelled') return null;
  await requeueRun(tx, runId, row.attempt + attemptsPerStart);
  await note(tx, row, 'info', 'Queued again by a person.');
  await told(tx, row, who, 'run queued again');
  return 'queued';
}

const told = (
  tx: Transaction,
  { labId, name }: RunRow,
  who: string | null,
  what: 'run cancelled' | 'run queued again',
) => recordEvent(tx, { labId, who, what, about: { name } });
