import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { nanoid } from 'nanoid';
import type { ClaimRequest, ClaimResponse } from '~/core/contracts/worker.ts';
import { run, worker } from '~/db/schema/index.ts';
import { announceRun } from './announce.ts';
import type { Jobs } from './jobs.ts';
import { leaseEnd } from './lease.ts';
import { note } from './record.ts';
import { sweep } from './sweep.ts';
import type { WorkerRow } from './workers.ts';

/**
 * Hands the oldest queued run this worker may see to it, or null. Two workers asking at once never
 * get the same run: the row is locked and locked rows are skipped.
 */
export async function claim(
  jobs: Jobs,
  by: WorkerRow,
  request: ClaimRequest,
): Promise<ClaimResponse | null> {
  await sweep(jobs); // a run whose worker died is claimable without waiting for the timer
  const { name: host, device, version, kinds } = request;
  await jobs.db.update(worker).set({ device, version, kinds }).where(eq(worker.id, by.id));
  if (kinds.length === 0) return null;

  const claimed = await jobs.db.transaction(async (tx) => {
    const [next] = await tx
      .select()
      .from(run)
      .where(
        and(
          eq(run.state, 'queued'),
          inArray(sql`${run.spec}->>'kind'`, kinds),
          by.labId === null ? undefined : eq(run.labId, by.labId),
        ),
      )
      .orderBy(asc(run.createdAt), asc(run.id))
      .limit(1)
      .for('update', { skipLocked: true });
    if (!next) return null;
    const attempt = next.attempt + 1;
    const leaseToken = nanoid(32);
    await tx
      .update(run)
      .set({
        state: 'running',
        attempt,
        leaseToken,
        leaseUntil: leaseEnd(jobs.env.leaseSeconds),
        workerId: by.id,
        phase: null,
        error: null,
        startedAt: sql`coalesce(${run.startedAt}, now())`,
      })
      .where(eq(run.id, next.id));
    const point = next.spec.kind === 'train' ? 'epoch' : 'part';
    const from = next.checkpointEpoch === null ? '' : `, from ${point} ${next.checkpointEpoch}`;
    const lastSeq = await note(
      tx,
      { ...next, attempt },
      'info',
      `Attempt ${attempt} on ${by.name} (${host}, ${device})${from}.`,
    );
    return { next, attempt, leaseToken, lastSeq };
  });
  if (!claimed) return null;

  const { next, attempt, leaseToken, lastSeq } = claimed;
  await announceRun(jobs, next);
  return {
    runId: next.id,
    attempt,
    leaseToken,
    leaseSeconds: jobs.env.leaseSeconds,
    spec: next.spec,
    corpusSha256: next.corpusSha256,
    checkpoint:
      next.checkpointSha256 === null || next.checkpointEpoch === null
        ? null
        : { sha256: next.checkpointSha256, epoch: next.checkpointEpoch },
    lastSeq,
  };
}
