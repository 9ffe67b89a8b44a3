import type { ConnectomeDetail } from '~/core/contracts/index.ts';
import type { Context } from '../../context.ts';
import { summariseConnectome } from './find-connectomes.ts';
import { requireConnectome } from './require-connectome.ts';

/** @throws TRPCError NOT_FOUND */
export async function getConnectome(ctx: Context, connectomeId: string): Promise<ConnectomeDetail> {
  const row = await requireConnectome(ctx, connectomeId);
  const { statistics, attributes } = row.connectome;
  return { ...summariseConnectome(row), statistics, attributes };
}
