import { TRPCError } from '@trpc/server';
import type { RunDetail } from '~/core/contracts/index.ts';
import type { Context } from '~/server/context.ts';
import { cancelRun as cancel, retryRun as retry } from '~/server/jobs/steer.ts';
import { getRun } from './get-run.ts';
import { requireRun } from './require-run.ts';

/** Ends a queued run at once and a running one within seconds; an ended one stays as it is. */
export async function cancelRun(ctx: Context, runId: string): Promise<RunDetail> {
  await requireRun(ctx, runId, 'edit');
  await cancel(ctx.services, runId, ctx.person?.id ?? null);
  return getRun(ctx, runId);
}

/** Queues a failed or cancelled run again, at its checkpoint. */
export async function retryRun(ctx: Context, runId: string): Promise<RunDetail> {
  await requireRun(ctx, runId, 'edit');
  if ((await retry(ctx.services, runId, ctx.person?.id ?? null)) === null)
    throw new TRPCError({
      code: 'CONFLICT',
      message: 'Only a failed or cancelled run can start again.',
    });
  return getRun(ctx, runId);
}
