import { desc, eq } from 'drizzle-orm';
import type { RunSummary } from '~/core/contracts/index.ts';
import { run } from '~/db/schema/index.ts';
import type { Context } from '~/server/context.ts';
import { requireRight } from '../rights.ts';
import { runSummaryOf, selectRuns } from './select-runs.ts';

const atMost = 500;

/** The lab's runs, newest first. */
export async function listRuns(ctx: Context, labId: string): Promise<RunSummary[]> {
  await requireRight(ctx, labId, 'read');
  const rows = await selectRuns(ctx.services)
    .where(eq(run.labId, labId))
    .orderBy(desc(run.createdAt), desc(run.id))
    .limit(atMost);
  return rows.map(runSummaryOf);
}
