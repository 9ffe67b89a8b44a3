import { TRPCError } from '@trpc/server';
import type { Context } from '~/server/context.ts';
import { revokeWorker as revoke } from '~/server/jobs/workers.ts';
import { requireRight } from '../rights.ts';

/** The token is refused from now on. Workers of the whole server are not the lab's to revoke. */
export async function revokeWorker(
  ctx: Context,
  { labId, workerId }: { labId: string; workerId: string },
): Promise<void> {
  await requireRight(ctx, labId, 'edit');
  if (!(await revoke(ctx.services.db, { labId, workerId, who: ctx.person?.id ?? null })))
    throw new TRPCError({ code: 'NOT_FOUND', message: 'This lab has no such worker.' });
}
