import { and, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { RunWaiting } from '~/core/contracts/index.ts';
import { run, worker } from '~/db/schema/index.ts';
import type { Services } from '~/server/services.ts';

const seenWithinSeconds = 15; // a worker asks for work every 1.5 s at most, and beats every second

/**
 * What a queued run waits for. Only workers that know its kind count. Workers of the whole server take the runs of every lab in the order they were
 * queued, so while one is connected the runs of other labs stand in the same queue (they are counted, not named).
 */
export async function waitingOf(
  { db }: Pick<Services, 'db'>,
  {
    id,
    labId,
    createdAt,
    spec: { kind },
  }: Pick<typeof run.$inferSelect, 'id' | 'labId' | 'createdAt' | 'spec'>,
): Promise<RunWaiting> {
  const holdsRun = sql`exists (select 1 from ${run} where ${run.workerId} = ${worker.id} and ${run.state} = 'running')`;
  const knows = sql`${kind} = any(coalesce(${worker.kinds}, '{}'))`; // null: it never asked
  const [connected = { workers: 0, older: 0, busy: 0, ofServer: 0 }] = await db
    .select({
      workers: sql<number>`(count(*) filter (where ${knows}))::int`,
      older: sql<number>`(count(*) filter (where not ${knows}))::int`,
      busy: sql<number>`(count(*) filter (where ${knows} and ${holdsRun}))::int`,
      ofServer: sql<number>`(count(*) filter (where ${knows} and ${worker.labId} is null))::int`,
    })
    .from(worker)
    .where(
      and(
        isNull(worker.revokedAt),
        or(eq(worker.labId, labId), isNull(worker.labId)),
        sql`${worker.lastSeenAt} > now() - make_interval(secs => ${seenWithinSeconds})`,
      ),
    );
  const before = or(
    lt(run.createdAt, createdAt),
    and(eq(run.createdAt, createdAt), lt(run.id, id)),
  );
  const [queue = { ahead: 0 }] = await db
    .select({ ahead: sql<number>`count(*)::int` })
    .from(run)
    .where(
      and(
        eq(run.state, 'queued'),
        before,
        connected.ofServer > 0 ? undefined : eq(run.labId, labId),
      ),
    );
  const { workers, older, busy } = connected;
  return { ahead: queue.ahead, workers, older, busy };
}
