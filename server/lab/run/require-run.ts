import { TRPCError } from '@trpc/server';
import { eq } from 'drizzle-orm';
import { run } from '~/db/schema/index.ts';
import type { Context } from '~/server/context.ts';
import { requireRight, type Action } from '../rights.ts';

/**
 * The lab of a run in which the asker has this right.
 * @throws TRPCError NOT_FOUND alike for a run that is not there and one they may not know of
 */
export async function requireRun(ctx: Context, runId: string, action: Action): Promise<string> {
  const [found] = await ctx.services.db
    .select({ labId: run.labId })
    .from(run)
    .where(eq(run.id, runId));
  if (!found)
    throw new TRPCError({ code: 'NOT_FOUND', message: 'There is nothing here, or not for you.' });
  await requireRight(ctx, found.labId, action);
  return found.labId;
}
