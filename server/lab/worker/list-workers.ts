import { and, asc, eq, isNull, or } from 'drizzle-orm';
import type { WorkerSummary } from '~/core/contracts/index.ts';
import { worker } from '~/db/schema/index.ts';
import type { Context } from '~/server/context.ts';
import { requireRight } from '../rights.ts';
import { workerSummaryOf } from './worker-summary.ts';

/** The workers that take this lab's runs: its own and those of the server. */
export async function listWorkers(ctx: Context, labId: string): Promise<WorkerSummary[]> {
  await requireRight(ctx, labId, 'read');
  const rows = await ctx.services.db
    .select()
    .from(worker)
    .where(and(isNull(worker.revokedAt), or(eq(worker.labId, labId), isNull(worker.labId))))
    .orderBy(asc(worker.createdAt), asc(worker.id));
  return rows.map(workerSummaryOf);
}
