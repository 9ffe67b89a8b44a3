import { TRPCError } from '@trpc/server';
import type { z } from 'zod';
import type {
  ConnectomeSummary,
  connectomeDetails,
  ImportOptions,
  ImportReport,
} from '~/core/contracts/index.ts';
import type { SignedIn } from '../../context.ts';
import { importTables } from '../../import/import-tables.ts';
import { summariseConnectome } from './find-connectomes.ts';
import { giveUp } from './give-up.ts';
import { told } from './readings.ts';
import { requireConnectome } from './require-connectome.ts';
import { storeConnectome } from './store-connectome.ts';
import { uploadedTables, type Tables } from './uploaded-tables.ts';

/**
 * Imports two sent files. The same tables imported twice, even at once, are one connectome.
 *
 * @param signal of the request; given up while the tables are read, nothing is stored
 * @throws TRPCError BAD_REQUEST with the first problem in words; nothing is stored then
 */
export async function importConnectome(
  ctx: SignedIn,
  {
    options,
    details,
    ...tables
  }: Tables & { options: ImportOptions; details: z.infer<typeof connectomeDetails> },
  signal?: AbortSignal,
): Promise<ConnectomeSummary> {
  const files = await uploadedTables(ctx, tables);
  const job = {
    ...{ neurons: files.neurons.path, connections: files.connections.path },
    ...{ options, write: true },
  };
  const { report, connectome } = await told(ctx, tables, (onProgress) =>
    importTables(job, { onProgress, ...(signal && { signal }) }).catch(giveUp(signal)),
  );
  if (!connectome || !report.statistics) throw refused(report);
  if (signal?.aborted) giveUp(signal)(signal.reason);
  const { connectomeId } = await storeConnectome(ctx.services, {
    labId: tables.labId,
    bytes: connectome.bytes,
    statistics: report.statistics,
    attributes: connectome.fields,
    details,
    isModel: false,
    createdBy: ctx.person.id,
    who: ctx.person.id,
  });
  await ctx.services.bus.publish({ topic: 'lab', id: tables.labId });
  return summariseConnectome(await requireConnectome(ctx, connectomeId));
}

function refused({ problems, problemCount }: ImportReport): TRPCError {
  const [first] = problems;
  const place = first?.row == null ? '' : ` row ${first.row}`;
  const others = problemCount > 1 ? ` And ${problemCount - 1} more.` : '';
  return new TRPCError({
    code: 'BAD_REQUEST',
    message: first
      ? `${first.file}${place}: ${first.message} ${first.remedy}${others}`
      : 'The tables cannot be imported.',
  });
}
