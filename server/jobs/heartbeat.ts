import { eq } from 'drizzle-orm';
import type { HeartbeatRequest, HeartbeatResponse } from '~/core/contracts/worker.ts';
import { run } from '~/db/schema/index.ts';
import { announceRun } from './announce.ts';
import type { Jobs } from './jobs.ts';
import { holdLease, leaseEnd, type PresentedLease } from './lease.ts';
import { appendEvents } from './record.ts';

/**
 * Extends the lease, stores what happened since, and brings back whether to stop.
 * @throws WorkerRefusal 409 lease-lost, 422 gap
 */
export async function heartbeat(
  jobs: Jobs,
  lease: PresentedLease,
  events: HeartbeatRequest['events'],
): Promise<HeartbeatResponse> {
  const { leaseSeconds } = jobs.env;
  const { row, lastSeq } = await jobs.db.transaction(async (tx) => {
    const row = await holdLease(tx, lease);
    const lastSeq = await appendEvents(tx, row, events);
    const phases = events.flatMap(({ seq, event }) =>
      event.kind === 'phase' && seq > row.lastSeq ? [event] : [],
    );
    const latest = phases.at(-1);
    await tx
      .update(run)
      .set({
        leaseUntil: leaseEnd(leaseSeconds),
        ...(latest && { phase: latest.phase, progress: latest.progress }),
      })
      .where(eq(run.id, row.id));
    return { row, lastSeq };
  });
  if (lastSeq > row.lastSeq) await announceRun(jobs, row);
  return { cancel: row.cancelRequested, leaseSeconds, lastSeq };
}
