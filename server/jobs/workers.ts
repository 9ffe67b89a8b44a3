import { createHash, randomBytes } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Queries } from '~/db/client.ts';
import { run, worker } from '~/db/schema/index.ts';
import { recordEvent } from '~/server/lab/events/record-event.ts';
import { newId } from '~/server/lab/new-id.ts';
import type { Jobs } from './jobs.ts';
import { WorkerRefusal } from './refusal.ts';

export type WorkerRow = typeof worker.$inferSelect;
type Database = Jobs['db'];

export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex');

/** A new worker and its token, which is shown once and stored only as a hash. `labId` null serves every lab. */
export async function createWorker(
  db: Queries,
  { labId, name }: { labId: string | null; name: string },
): Promise<{ worker: WorkerRow; token: string }> {
  const token = `ltw_${randomBytes(24).toString('base64url')}`;
  const [row] = await db
    .insert(worker)
    .values({ id: newId('wkr'), labId, name, tokenHash: hashToken(token) })
    .returning();
  if (!row) throw new Error('the worker was not stored');
  return { worker: row, token };
}

/** Makes the worker of this machine known under a token kept in the data folder; may be repeated. */
export async function ensureLocalWorker(db: Database, token: string): Promise<void> {
  const tokenHash = hashToken(token);
  await db
    .insert(worker)
    .values({ id: 'wkr_local', labId: null, name: 'this machine', tokenHash })
    .onConflictDoUpdate({ target: worker.id, set: { tokenHash, revokedAt: null } });
}

/**
 * The worker behind an `Authorization: Bearer` header; notes that it was seen.
 * @throws WorkerRefusal 401 unknown-token
 */
export async function authenticateWorker(
  db: Database,
  authorization: string | undefined,
): Promise<WorkerRow> {
  const token = /^Bearer (\S{1,200})$/.exec(authorization ?? '')?.[1];
  const [row] = token
    ? await db
        .update(worker)
        .set({ lastSeenAt: sql`now()` })
        .where(and(eq(worker.tokenHash, hashToken(token)), isNull(worker.revokedAt)))
        .returning()
    : [];
  if (row) return row;
  throw new WorkerRefusal(401, 'unknown-token', 'The worker token is unknown or was revoked.');
}

/** From here on the token is refused; a run it holds is free for others at the next sweep. */
export async function revokeWorker(
  db: Queries,
  { labId, workerId, who }: { labId: string; workerId: string; who: string | null },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const one = and(eq(worker.id, workerId), eq(worker.labId, labId));
    const [row] = await tx.select().from(worker).where(one).for('update');
    if (!row) return false;
    if (row.revokedAt !== null) return true;
    await tx
      .update(worker)
      .set({ revokedAt: sql`now()` })
      .where(one);
    const about = { name: row.name };
    await recordEvent(tx, { labId, who, what: 'worker revoked', about });
    await tx
      .update(run)
      .set({ leaseUntil: sql`now()` })
      .where(and(eq(run.workerId, workerId), eq(run.state, 'running')));
    return true;
  });
}
