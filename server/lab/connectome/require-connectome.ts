import { eq } from 'drizzle-orm';
import { connectome } from '~/db/schema/index.ts';
import type { Context } from '../../context.ts';
import { requireRight } from '../rights.ts';
import { findConnectomes, type ConnectomeRow } from './find-connectomes.ts';

/** @throws TRPCError NOT_FOUND also where the connectome is there but not for this person */
export async function requireConnectome(
  ctx: Context,
  connectomeId: string,
): Promise<ConnectomeRow> {
  const [row] = await findConnectomes(ctx.services, eq(connectome.id, connectomeId));
  await requireRight(ctx, row?.connectome.labId ?? '', 'read');
  if (!row) throw new Error('A connectome without a lab passed the check of rights.');
  return row;
}
