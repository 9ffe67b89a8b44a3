import { TRPCError } from '@trpc/server';
import { eq } from 'drizzle-orm';
import type { RunDetail } from '~/core/contracts/index.ts';
import { run } from '~/db/schema/index.ts';
import type { Context } from '~/server/context.ts';
import type { Services } from '~/server/services.ts';
import { requireRun } from './require-run.ts';
import { runSummaryOf, selectRuns } from './select-runs.ts';
import { waitingOf } from './waiting.ts';

export async function getRun(ctx: Context, runId: string): Promise<RunDetail> {
  await requireRun(ctx, runId, 'read');
  return detailOf(ctx.services, runId);
}

/** For whoever may know of it, or did something to it just now. */
export async function detailOf(services: Services, runId: string): Promise<RunDetail> {
  const [row] = await selectRuns(services).where(eq(run.id, runId));
  if (!row) throw new TRPCError({ code: 'NOT_FOUND', message: 'The run was removed just now.' });
  return {
    ...runSummaryOf(row),
    spec: row.run.spec,
    waiting: row.run.state === 'queued' ? await waitingOf(services, row.run) : null,
  };
}
