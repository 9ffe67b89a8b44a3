import type { FailRequest, ReleaseRequest, StateResponse } from '~/core/contracts/worker.ts';
import { announceRun } from './announce.ts';
import { endRun, requeueRun } from './end-run.ts';
import type { Jobs } from './jobs.ts';
import { bearsToken, holdLease, lockRun, type PresentedLease } from './lease.ts';
import { note } from './record.ts';

/**
 * The worker gives up. "Cancelled" is believed only if somebody asked for it. A repeat after a lost
 * answer is answered like the first.
 * @throws WorkerRefusal 409 lease-lost
 */
export async function failRun(
  jobs: Jobs,
  lease: PresentedLease,
  { cancelled, message }: Pick<FailRequest, 'cancelled' | 'message'>,
): Promise<StateResponse> {
  const { row, state } = await jobs.db.transaction(async (tx) => {
    const before = await lockRun(tx, lease.runId);
    if (before && bearsToken(before, lease) && ['failed', 'cancelled'].includes(before.state)) {
      return { row: before, state: before.state };
    }
    const row = await holdLease(tx, lease);
    const state = cancelled && row.cancelRequested ? 'cancelled' : 'failed';
    await endRun(tx, row.id, state, state === 'failed' ? message : null);
    await note(tx, row, state === 'failed' ? 'error' : 'info', message);
    return { row, state };
  });
  await announceRun(jobs, row);
  return { state };
}

/**
 * The worker was asked to end and hands the run back; this costs the run none of its attempts.
 * @throws WorkerRefusal 409 lease-lost
 */
export async function releaseRun(
  jobs: Jobs,
  lease: PresentedLease,
  { reason }: Pick<ReleaseRequest, 'reason'>,
): Promise<StateResponse> {
  const { row, state } = await jobs.db.transaction(async (tx) => {
    const row = await holdLease(tx, lease);
    if (row.cancelRequested) {
      await endRun(tx, row.id, 'cancelled', null);
      await note(tx, row, 'info', 'Cancelled.');
      return { row, state: 'cancelled' };
    }
    await requeueRun(tx, row.id, row.maxAttempts + 1);
    await note(tx, row, 'info', `The worker handed the run back: ${reason}`);
    return { row, state: 'queued' };
  });
  await announceRun(jobs, row);
  return { state };
}
