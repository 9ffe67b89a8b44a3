import { eq } from 'drizzle-orm';
import type { ConnectomeSummary } from '~/core/contracts/index.ts';
import { connectome } from '~/db/schema/index.ts';
import type { Context } from '../../context.ts';
import { requireRight } from '../rights.ts';
import { findConnectomes, summariseConnectome } from './find-connectomes.ts';

/** Connectomes of a lab, the newest first. */
export async function listConnectomes(ctx: Context, labId: string): Promise<ConnectomeSummary[]> {
  await requireRight(ctx, labId, 'read');
  const rows = await findConnectomes(ctx.services, eq(connectome.labId, labId));
  return rows.map(summariseConnectome);
}
