import { eq, sql } from 'drizzle-orm';
import type { Lease } from '~/core/contracts/worker.ts';
import { run } from '~/db/schema/index.ts';
import type { Transaction } from './jobs.ts';
import { leaseLost } from './refusal.ts';

export type RunRow = typeof run.$inferSelect;

/** A lease as presented by an authenticated worker. */
export type PresentedLease = Lease & { workerId: string };

export const bearsToken = (row: RunRow, lease: PresentedLease) =>
  row.attempt === lease.attempt &&
  row.leaseToken === lease.leaseToken &&
  row.workerId === lease.workerId;

/** The run, locked until the transaction ends; undefined if it was deleted. */
export async function lockRun(tx: Transaction, runId: string): Promise<RunRow | undefined> {
  const [row] = await tx.select().from(run).where(eq(run.id, runId)).for('update');
  return row;
}

/**
 * Locks the run and checks that this attempt still holds it. A lease past its time holds until the
 * sweep has taken it away: whether late or not, the token alone decides, so there is one judge.
 * @throws WorkerRefusal 409 lease-lost
 */
export async function holdLease(tx: Transaction, lease: PresentedLease): Promise<RunRow> {
  const row = await lockRun(tx, lease.runId);
  if (row?.state !== 'running' || !bearsToken(row, lease)) throw leaseLost();
  return row;
}

/** `seconds` from now, by the database's clock. */
export const leaseEnd = (seconds: number) => sql`now() + make_interval(secs => ${seconds})`;

/** Seconds between heartbeats of a healthy worker; the twin of heart.py. */
export const heartbeatSeconds = (leaseSeconds: number) => Math.min(1, leaseSeconds / 4);

const missedBeats = 3;

/**
 * Whether nothing was heard of the worker for three heartbeats. The lease goes on, for the silence may
 * pass; but nobody who cancels should wait for it. Every message that keeps a lease sets its end, so the
 * end tells when the last one came.
 */
export const isSilent = (leaseSeconds: number) =>
  sql<boolean>`${run.leaseUntil} < ${leaseEnd(leaseSeconds - missedBeats * heartbeatSeconds(leaseSeconds))}`;
