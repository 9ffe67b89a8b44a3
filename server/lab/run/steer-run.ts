import { TRPCError } from '@trpc/server';
import type { RunDetail } from '~/core/contracts/index.ts';
import type { Context } from '~/server/context.ts';
import { announceRun } from '~/server/jobs/announce.ts';
import { cancelRun as cancel, retryRun as retry } from '~/server/jobs/steer.ts';
import { inTurn } from '../in-turn.ts';
import { detailOf } from './get-run.ts';
import { requireRun } from './require-run.ts';

/** Ends a queued run at once and a running one within seconds; an ended one stays as it is. */
export async function cancelRun(ctx: Context, runId: string): Promise<RunDetail> {
  const { env } = ctx.services;
  const labId = await requireRun(ctx, runId, 'edit');
  await inTurn(ctx, labId, 'edit', (tx) => cancel({ tx, env }, runId, ctx.person?.id ?? null));
  await announceRun(ctx.services, { id: runId, labId });
  return detailOf(ctx.services, runId);
}

/** Queues a failed or cancelled run again, at its checkpoint. */
export async function retryRun(ctx: Context, runId: string): Promise<RunDetail> {
  const labId = await requireRun(ctx, runId, 'edit');
  await inTurn(ctx, labId, 'edit', async (tx) => {
    if ((await retry({ tx }, runId, ctx.person?.id ?? null)) !== null) return;
    throw new TRPCError({
      code: 'CONFLICT',
      message: 'Only a failed or cancelled run can start again.',
    });
  });
  await announceRun(ctx.services, { id: runId, labId });
  return detailOf(ctx.services, runId);
}
