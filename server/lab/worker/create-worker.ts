import type { WorkerCreated } from '~/core/contracts/index.ts';
import type { Context } from '~/server/context.ts';
import { packageSha256 } from '~/server/jobs/package-zip.ts';
import { createWorker as create } from '~/server/jobs/workers.ts';
import { recordEvent } from '../events/record-event.ts';
import { inTurn } from '../in-turn.ts';
import { serverAddress } from '../server-address.ts';
import { startLine } from './start-line.ts';
import { workerSummaryOf } from './worker-summary.ts';

/** A worker for one lab, with the token and the line that starts it: both are shown this once. */
export async function createWorker(
  ctx: Context,
  { labId, name }: { labId: string; name: string },
): Promise<WorkerCreated> {
  const { worker, token } = await inTurn(ctx, labId, 'edit', async (tx) => {
    const who = ctx.person?.id ?? null;
    await recordEvent(tx, { labId, who, what: 'worker made', about: { name } });
    return create(tx, { labId, name });
  });
  const start = { server: serverAddress(ctx), token, packageSha256: await packageSha256() };
  return {
    worker: workerSummaryOf(worker),
    token,
    command: startLine({ ...start, device: 'cpu' }),
    cudaCommand: startLine({ ...start, device: 'cuda' }),
  };
}
