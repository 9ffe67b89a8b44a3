import type { Readable } from 'node:stream';
import { and, eq, sql } from 'drizzle-orm';
import type { ArtifactResponse } from '~/core/contracts/worker.ts';
import { runArtifact } from '~/db/schema/index.ts';
import type { Jobs, Transaction } from './jobs.ts';
import { holdLease, type PresentedLease } from './lease.ts';
import { WorkerRefusal } from './refusal.ts';

const largestArtifact = 2_000_000_000; // bytes; the column holds 2^31 - 1

/**
 * Takes a file of a run. The bytes stream into a temporary file and are renamed into place only if
 * their hash is the announced one, so an upload cut half-way leaves nothing behind.
 * The lease is checked before the bytes are read and again when the row is written.
 * @throws WorkerRefusal 409 lease-lost; whatever storage refuses (wrong hash, cut stream)
 */
export async function receiveArtifact(
  jobs: Jobs,
  lease: PresentedLease,
  sha256: string,
  body: Readable,
): Promise<ArtifactResponse> {
  await jobs.db.transaction((tx) => holdLease(tx, lease));
  const stored = await jobs.storage.put(body, sha256, { maxBytes: largestArtifact });
  await jobs.db.transaction(async (tx) => {
    await holdLease(tx, lease);
    await tx
      .insert(runArtifact)
      .values({ runId: lease.runId, attempt: lease.attempt, sha256, bytes: stored.bytes })
      .onConflictDoUpdate({
        target: [runArtifact.runId, runArtifact.sha256],
        set: { attempt: lease.attempt, at: sql`now()` },
      });
  });
  return stored;
}

/** @throws WorkerRefusal 422 missing-artifact, if the file was never uploaded in this run */
export async function requireArtifact(
  tx: Transaction,
  runId: string,
  sha256: string,
): Promise<{ bytes: number }> {
  const [found] = await tx
    .select({ bytes: runArtifact.bytes })
    .from(runArtifact)
    .where(and(eq(runArtifact.runId, runId), eq(runArtifact.sha256, sha256)));
  if (found) return found;
  throw new WorkerRefusal(422, 'missing-artifact', `No file ${sha256} was uploaded in this run.`);
}

/**
 * Whether a worker may read a file: only the corpus and the files of the run it leases, and the nets it is to measure.
 * @throws WorkerRefusal 409 lease-lost, 404 not-found
 */
export async function mayRead(jobs: Jobs, lease: PresentedLease, sha256: string): Promise<void> {
  await jobs.db.transaction(async (tx) => {
    const row = await holdLease(tx, lease);
    if (row.corpusSha256 === sha256 || row.checkpointSha256 === sha256) return;
    if (row.spec.kind === 'measure') {
      const { encoder, decoder } = row.spec.model;
      if (encoder === sha256 || decoder === sha256) return;
    }
    const [own] = await tx
      .select({ bytes: runArtifact.bytes })
      .from(runArtifact)
      .where(and(eq(runArtifact.runId, row.id), eq(runArtifact.sha256, sha256)));
    if (!own) throw new WorkerRefusal(404, 'not-found', 'This run has no such file.');
  });
}
