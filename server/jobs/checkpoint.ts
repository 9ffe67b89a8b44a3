import { eq } from 'drizzle-orm';
import type { CheckpointRequest, StateResponse } from '~/core/contracts/worker.ts';
import { run } from '~/db/schema/index.ts';
import { requireArtifact } from './artifact.ts';
import type { Jobs } from './jobs.ts';
import { holdLease, leaseEnd, type PresentedLease } from './lease.ts';
import { WorkerRefusal } from './refusal.ts';

type Point = Pick<CheckpointRequest, 'epoch' | 'lastSeq' | 'sha256'>;

/**
 * Publishes an uploaded checkpoint as the place where the next attempt begins. Its metrics must be
 * stored first: otherwise a resumed run would have a hole in its curves.
 * @throws WorkerRefusal 409 lease-lost, 422 unflushed, missing-artifact, or backwards
 */
export async function publishCheckpoint(
  jobs: Jobs,
  lease: PresentedLease,
  point: Point,
): Promise<StateResponse> {
  const row = await jobs.db.transaction(async (tx) => {
    const row = await holdLease(tx, lease);
    if (point.lastSeq > row.lastSeq) {
      throw new WorkerRefusal(
        422,
        'unflushed',
        `Events are stored up to ${row.lastSeq}, the checkpoint speaks of ${point.lastSeq}; send them first.`,
      );
    }
    if (row.checkpointEpoch !== null && point.epoch < row.checkpointEpoch) {
      throw new WorkerRefusal(
        422,
        'backwards',
        `A checkpoint of epoch ${row.checkpointEpoch} stands; ${point.epoch} is older.`,
      );
    }
    await requireArtifact(tx, row.id, point.sha256);
    await tx
      .update(run)
      .set({
        checkpointSha256: point.sha256,
        checkpointEpoch: point.epoch,
        leaseUntil: leaseEnd(jobs.env.leaseSeconds),
      })
      .where(eq(run.id, row.id));
    return row;
  });
  return { state: row.state };
}
