import type { WorkerCreated } from '~/core/contracts/index.ts';
import type { Context } from '~/server/context.ts';
import { packageSha256 } from '~/server/jobs/package-zip.ts';
import { createWorker as create } from '~/server/jobs/workers.ts';
import { requireRight } from '../rights.ts';
import { startLine } from './start-line.ts';
import { workerSummaryOf } from './worker-summary.ts';

/** A worker for one lab, with the token and the line that starts it: both are shown this once. */
export async function createWorker(
  ctx: Context,
  { labId, name }: { labId: string; name: string },
): Promise<WorkerCreated> {
  await requireRight(ctx, labId, 'edit');
  const { worker, token } = await create(ctx.services.db, { labId, name });
  const { host = '', origin } = Object.fromEntries(ctx.headers);
  const server = ctx.services.env.publicOrigin ?? origin ?? `http://${host}`;
  const start = { server, token, packageSha256: await packageSha256() };
  return {
    worker: workerSummaryOf(worker),
    token,
    command: startLine({ ...start, device: 'cpu' }),
    cudaCommand: startLine({ ...start, device: 'cuda' }),
  };
}
