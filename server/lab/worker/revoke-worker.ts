import { TRPCError } from '@trpc/server';
import type { Context } from '~/server/context.ts';
import { revokeWorker as revoke } from '~/server/jobs/workers.ts';
import { inTurn } from '../in-turn.ts';

/** The token is refused from now on. Workers of the whole server are not the lab's to revoke. */
export async function revokeWorker(
  ctx: Context,
  { labId, workerId }: { labId: string; workerId: string },
): Promise<void> {
  const who = ctx.person?.id ?? null;
  const there = await inTurn(ctx, labId, 'edit', (tx) => revoke(tx, { labId, workerId, who }));
  if (!there) throw new TRPCError({ code: 'NOT_FOUND', message: 'This lab has no such worker.' });
}
